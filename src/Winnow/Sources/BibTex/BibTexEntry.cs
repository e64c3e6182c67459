namespace Winnow.Sources.BibTex;

/// <summary>One entry as written: values with their macros expanded and without their outer delimiters, TeX untouched.</summary>
/// <param name="Type">In lower case.</param>
/// <param name="Key">The citation key.</param>
/// <param name="Fields">By name, whatever its case; of a repeated field the first that is not blank.</param>
internal sealed record BibTexEntry(string Type, string Key, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The first of the fields that is there and not blank.</summary>
    internal string? this[params ReadOnlySpan<string> names]
    {
        get
        {
            foreach (var name in names)
            {
                if (Fields.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value))
                    return value;
            }

            return null;
        }
    }
}
