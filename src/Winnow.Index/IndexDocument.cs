namespace Winnow.Index;

/// <summary>One document as the caller hands it over. Fields that are left out are empty.</summary>
/// <param name="Id">The caller's; a document with an id that the index already holds replaces the older one.</param>
public sealed record IndexDocument(long Id)
{
    /// <summary>By text field.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>Exact values by keyword field; duplicates count once.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Keywords { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>By number field; any value but <see cref="int.MinValue"/>, which means none.</summary>
    public IReadOnlyDictionary<string, int> Numbers { get; init; } = new Dictionary<string, int>();
}
