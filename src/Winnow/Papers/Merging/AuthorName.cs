using System.Collections.Frozen;
using System.Text;

namespace Winnow.Papers.Merging;

/// <summary>Reads a printed name far enough to compare it with another spelling of the same person.</summary>
public static class AuthorName
{
    private static readonly FrozenSet<string> Suffixes = new[] { "jr", "sr", "ii", "iii", "iv" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Nobody = new[]
    {
        "anonymous", "anonymousauthor", "anonymousauthors", "anon", "anonymousacl", "anonymousaclsubmission", "paperunderdoubleblindreview", "author", "authors",
        "unknown", "unknownauthor", "etal", "others", "na", "none",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the name stands for no person, as "Anonymous" or "et al." do.</summary>
    internal static bool IsNobody(string name)
    {
        var folded = Fold(name);
        return folded.Length == 0 || Nobody.Contains(folded);
    }

    /// <summary>
    /// Words in lower case without accents, full stops and apostrophes, given name first, a space between: "Y. LeCun", "y lecun" and "LeCun, Y." are one.
    /// </summary>
    public static string Key(string name)
    {
        var (given, family) = Split(name);
        return given.Count == 0 ? string.Join(' ', family) : $"{string.Join(' ', given)} {string.Join(' ', family)}";
    }

    /// <summary>
    /// Family name and first initial, in both readings of the order, since "Zhang San" and "San Zhang" are both printed. Particles ("van der") are left out.
    /// </summary>
    internal static (string Usual, string Swapped) Signature(string name)
    {
        var (given, family) = Split(name);
        if (family.Count == 0)
        {
            return ("", "");
        }

        var last = family[^1];
        return given.Count == 0 ? (last, last) : ($"{last} {given[0][0]}", $"{given[0]} {last[0]}");
    }

    private static (List<string> Given, List<string> Family) Split(string name)
    {
        var parts = name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 1 && !Suffixes.Contains(Fold(parts[1])))
        {
            return (Words(parts[1]), Words(parts[0]));
        }

        var words = parts.Length == 0 ? [] : Words(parts[0]);
        while (words.Count > 1 && (Suffixes.Contains(words[^1]) || words[^1].All(char.IsAsciiDigit)))
        {
            words.RemoveAt(words.Count - 1);
        }

        return words.Count == 0 ? ([], []) : (words[..^1], words[^1..]);
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>(4);
        var word = new StringBuilder();
        foreach (var rune in FoldedText.Decompose(text).EnumerateRunes())
        {
            // "J.-P." and "O'Brien" are one word, "Y.LeCun" two.
            if (!FoldedText.Append(word, rune) && word.Length > 0 && (Rune.IsWhiteSpace(rune) || rune.Value is '.' or '~'))
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in FoldedText.Decompose(text).EnumerateRunes())
        {
            FoldedText.Append(folded, rune);
        }

        return folded.ToString();
    }
}
