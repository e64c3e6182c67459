namespace Winnow.Papers.Merging;

/// <summary>How far a record's venue counts as the place where the work was published, best first.</summary>
internal enum VenueStanding
{
    /// <summary>A venue that took it.</summary>
    Accepted,

    /// <summary>A preprint, wherever it lies.</summary>
    Preprint,

    /// <summary>A venue that did not take it, or from which it was withdrawn before publication.</summary>
    Submitted,

    /// <summary>The record names no venue.</summary>
    Unknown,
}
