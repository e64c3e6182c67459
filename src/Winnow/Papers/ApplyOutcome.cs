namespace Winnow.Papers;

/// <summary>What became of a record that was read.</summary>
public enum ApplyOutcome
{
    /// <summary>New, and a paper of its own.</summary>
    New,

    /// <summary>New, and part of a paper that the library had.</summary>
    Merged,

    /// <summary>The library had it and now has its newer content.</summary>
    Updated,

    /// <summary>The library has it already, in this or a newer version.</summary>
    Unchanged,

    /// <summary>Its source has deleted it; the library still has it and shows it as withdrawn.</summary>
    Withdrawn,
}
