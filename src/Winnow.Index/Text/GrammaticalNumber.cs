namespace Winnow.Index.Text;

/// <summary>
/// One and many of words whose plural the stemmer does not bring back: matrix and matrices, hypothesis and hypotheses, phenomenon and phenomena. By their endings,
/// so some of what it offers is no word; it is for words that an index does not have, to be looked up there.
/// </summary>
internal static class GrammaticalNumber
{
    /// <summary>What is left of a word without its ending must say which word it is.</summary>
    private const int ShortestRoot = 3;

    private static readonly (string One, string Many)[] Endings =
        [("ix", "ices"), ("ex", "ices"), ("sis", "ses"), ("s", "ses"), ("um", "a"), ("on", "a"), ("us", "i"), ("us", "ora")];

    private static readonly (string One, string Many)[] Irregular = [("child", "children"), ("mouse", "mice"), ("man", "men"), ("woman", "women"), ("foot", "feet"), ("tooth", "teeth")];

    /// <param name="folded">A word as typed, folded and not stemmed.</param>
    internal static IEnumerable<string> Others(string folded)
    {
        foreach (var (one, many) in Irregular)
        {
            if (folded == one || folded == many)
            {
                yield return folded == one ? many : one;
            }
        }

        foreach (var (one, many) in Endings)
        {
            if (Replaced(folded, one, many) is { } plural)
            {
                yield return plural;
            }

            if (Replaced(folded, many, one) is { } singular)
            {
                yield return singular;
            }
        }
    }

    private static string? Replaced(string word, string ending, string other) =>
        word.Length - ending.Length >= ShortestRoot && word.EndsWith(ending, StringComparison.Ordinal) ? string.Concat(word.AsSpan(0, word.Length - ending.Length), other) : null;
}
