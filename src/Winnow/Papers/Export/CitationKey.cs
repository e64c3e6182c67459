using System.Globalization;
using System.Text;
using Winnow.Papers.Text;

namespace Winnow.Papers.Export;

/// <summary>
/// Readable citation keys such as <c>vaswani2017attention</c>: the first author's family name, the year and the first telling word of the title,
/// in lower-case ASCII. The key depends on these three alone, so it stays when other fields of the paper change.
/// </summary>
public static class CitationKey
{
    private static readonly HashSet<string> Untelling = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "on", "of", "in", "for", "to", "and", "or", "with", "from", "by", "at", "as", "is", "are", "be", "via", "do", "does", "can", "how", "what",
        "why", "when", "where", "which", "who", "towards", "toward", "into", "using", "its", "your", "you", "we", "i", "it", "this", "that", "not",
    };

    public static string Of(Paper paper)
    {
        var family = paper.Authors is [var first, ..] ? Fold(PersonName.Parse(first.Name).Family) : "";
        var year = paper.Year?.ToString(CultureInfo.InvariantCulture);
        return $"{(family.Length > 0 ? family : "anonymous")}{year}{TellingWord(paper.Title)}";
    }

    /// <summary>The key of each paper of one bibliography: of papers that would share a key, the second gets <c>b</c>, the third <c>c</c>, and so on.</summary>
    internal static IEnumerable<(Paper Paper, string Key)> OfAll(IEnumerable<Paper> papers)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var paper in papers)
        {
            var wanted = Of(paper);
            var key = wanted;
            while (!taken.Add(key))
            {
                uses[wanted] = uses.GetValueOrDefault(wanted) + 1;
                key = wanted + Suffix(uses[wanted]);
            }

            yield return (paper, key);
        }
    }

    /// <summary>b, c … z, then numbers.</summary>
    private static string Suffix(int use) => use < 26 ? ((char)('a' + use)).ToString() : string.Create(CultureInfo.InvariantCulture, $"x{use + 1}");

    private static string TellingWord(string title)
    {
        var text = new StringBuilder(title);
        foreach (var formula in TexMaths.Find(title).Reverse())
        {
            var (start, length) = formula.GetOffsetAndLength(title.Length);
            text.Remove(start, length).Insert(start, ' ');
        }

        var words = text.ToString().Split([' ', '-', '–', '—', ':', '/', ',', '.', '’', '\''], StringSplitOptions.RemoveEmptyEntries).Select(Fold).Where(word => word.Length > 0);
        string? first = null;
        foreach (var word in words)
        {
            if (!Untelling.Contains(word))
                return word;

            first ??= word;
        }

        return first ?? "";
    }

    /// <summary>Lower-case ASCII letters and digits: accents off, letters that do not decompose spelt out, everything else left out.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                folded.Append(c);
            else
                folded.Append(c switch { 'ø' => "o", 'ł' => "l", 'ß' => "ss", 'æ' => "ae", 'œ' => "oe", 'đ' or 'ð' => "d", 'þ' => "th", 'ı' => "i", _ => "" });
        }

        return folded.ToString();
    }
}
