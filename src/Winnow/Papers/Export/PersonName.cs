namespace Winnow.Papers.Export;

/// <summary>
/// A name as printed, given name first, taken apart the way bibliographies file it. A guess, as every such split is: particles ("van den", "de") belong to the
/// family name, "Jr." and numerals are a suffix, and the last word is the family name otherwise.
/// </summary>
internal readonly record struct PersonName(string Given, string Family, string Suffix)
{
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "ten", "ter", "zu", "bin", "ibn", "el", "al", "vom", "af", "av",
    };

    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase) { "jr", "jr.", "sr", "sr.", "ii", "iii", "iv" };

    internal static PersonName Parse(string name)
    {
        var words = name.Replace(',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return new PersonName("", "", "");

        var end = words.Length > 2 && Suffixes.Contains(words[^1]) ? words.Length - 1 : words.Length;
        var start = end - 1;
        while (start > 1 && Particles.Contains(words[start - 1]))
            start--;

        return new PersonName(string.Join(' ', words[..start]), string.Join(' ', words[start..end]), string.Join(' ', words[end..]));
    }

    /// <summary>"Family, Given" or "Family, Given, Suffix".</summary>
    public override string ToString() => (Given, Suffix) switch
    {
        ("", _) => Family,
        (_, "") => $"{Family}, {Given}",
        _ => $"{Family}, {Given}, {Suffix}",
    };
}
