using System.Buffers;

namespace Winnow.Index.Text;

/// <summary>Plurals of acronyms, which the stemmer leaves alone because it wants a vowel: LLMs, CNNs, GPUs.</summary>
internal static class Singular
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>The length of a folded word without an acronym's plural s.</summary>
    internal static int OfAcronym(ReadOnlySpan<char> folded)
    {
        var n = folded.Length;
        if (n < 3 || folded[n - 1] != 's' || folded[n - 2] == 's' || folded is "plus" or "thus")
        {
            return n;
        }

        var stem = folded[..(n - 1)];
        var vowel = stem.IndexOfAny(Vowels);
        return vowel < 0 || (n >= 4 && vowel == n - 2 && stem[vowel] == 'u') ? n - 1 : n;
    }
}
