using System.Text.RegularExpressions;

namespace Winnow.Search.Likeness;

/// <summary>Finds the abstract in the text of a paper's first pages.</summary>
public static partial class PaperBeginning
{
    /// <summary>Without a heading to go by, this much is compared: title, authors and abstract fit into it.</summary>
    private const int Fallback = 2500;

    /// <summary>Shorter is no abstract but a heading's echo.</summary>
    private const int Shortest = 150;

    private const int Longest = 4000;

    /// <summary>The abstract on one line, or the text's beginning.</summary>
    public static string AbstractOf(string text)
    {
        var plain = Spaces().Replace(BrokenWord().Replace(text, "$1$2"), " ").Trim();
        if (Heading().Match(plain) is { Success: true } heading)
        {
            var rest = plain[(heading.Index + heading.Length)..];
            var end = Next().Match(rest, Math.Min(Shortest, rest.Length));
            var found = rest[..Math.Min(end.Success ? end.Index : Fallback, Math.Min(Longest, rest.Length))].Trim();
            if (found.Length >= Shortest)
            {
                return found;
            }
        }

        return plain.Length <= Fallback ? plain : plain[..Fallback];
    }

    [GeneratedRegex(@"(\p{L})-\s*\n\s*(\p{Ll})", RegexOptions.None, 1000)]
    private static partial Regex BrokenWord();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b(?:Abstract|ABSTRACT|A BSTRACT)\b[\s.:—–-]*", RegexOptions.None, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(?:(?:1|I)[\s.]+)?(?:Introduction|INTRODUCTION|I ?NTRODUCTION)\b|\b(?:Keywords|Index Terms|CCS Concepts|CCS CONCEPTS)\b", RegexOptions.None, 1000)]
    private static partial Regex Next();
}
