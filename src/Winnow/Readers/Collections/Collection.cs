namespace Winnow.Readers.Collections;

/// <summary>A list of papers that somebody keeps.</summary>
/// <param name="Id">Of this library, never given again.</param>
/// <param name="Slug">Its name in addresses: lower-case ASCII letters, digits and hyphens. It stays when the collection is renamed.</param>
/// <param name="Name">As people call it; unique, ignoring the case of ASCII letters.</param>
/// <param name="Description">What it is for; empty for none.</param>
public sealed record Collection(long Id, string Slug, string Name, string Description)
{
    public required DateTimeOffset Created { get; init; }

    /// <summary>When a paper of it, a note or its name last changed.</summary>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>How many papers it has.</summary>
    public required long Papers { get; init; }
}
