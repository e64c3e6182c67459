using System.Text.RegularExpressions;

namespace Winnow.Embeddings.Fitting;

/// <summary>
/// Sentences that mention another paper by the name it gave itself: "Name: what it is about" or "What it is about (NAME)" in the title, "we propose Name" in the
/// abstract; "Name" in someone else's abstract. They say what a paper is known for, in the words of people who use it.
/// </summary>
internal static partial class Mentions
{
    private const int ShortestName = 3;
    private const int LongestName = 24;
    // A name in more sentences than this is a word ("Transformer:"), or so famous that its mentions say little.
    private const int MostSentences = 400;
    private const int Several = -1;

    /// <param name="papers">All papers.</param>
    /// <param name="keep">What is kept of a sentence, from which the name was taken out; the sentences themselves would take more memory than their tokens.</param>
    /// <returns>For each paper by position, the sentences of others that mention it.</returns>
    public static Dictionary<int, List<T>> Find<T>(IReadOnlyList<PaperText> papers, Func<string, T> keep)
    {
        var names = Owners(papers);
        var found = new Dictionary<int, List<T>>();
        for (var i = 0; i < papers.Count; i++)
        {
            foreach (var sentence in Sentences.Of(papers[i].Abstract))
            {
                foreach (var word in sentence.Split([' ', ',', '.', '(', ')', ';', '/'], StringSplitOptions.RemoveEmptyEntries).Distinct())
                {
                    if (!names.TryGetValue(word, out var named) || named < 0 || named == i) continue;
                    if (!found.TryGetValue(named, out var sentences)) found[named] = sentences = [];
                    sentences.Add(keep(sentence.Replace(word, " ", StringComparison.Ordinal)));
                }
            }
        }

        return found.Where(pair => pair.Value.Count <= MostSentences).ToDictionary();
    }

    // A name in a title is its paper's whatever abstracts claim; a name that several papers give themselves is nobody's.
    private static Dictionary<string, int> Owners(IReadOnlyList<PaperText> papers)
    {
        var (titled, claimed) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < papers.Count; i++)
        {
            if (NameOf(papers[i].Title) is { } name) Own(titled, name, i);
            foreach (var claim in Claim().EnumerateMatches(papers[i].Abstract))
            {
                var word = papers[i].Abstract.AsSpan(claim.Index, claim.Length);
                word = word[(word.LastIndexOf(' ') + 1)..].TrimEnd("-.");
                if (word.Length is >= ShortestName and <= LongestName && IsName(word) && word.ContainsAnyInRange('a', 'z')) Own(claimed, word.ToString(), i);
            }
        }

        foreach (var (name, paper) in claimed) titled.TryAdd(name, paper);
        return titled;
    }

    private static void Own(Dictionary<string, int> owners, string name, int paper)
    {
        if (owners.TryGetValue(name, out var owner) && owner != paper) owners[name] = Several;
        else owners[name] = paper;
    }

    /// <summary>The name that a title gives its work before a colon or in brackets at the end; null without one.</summary>
    public static string? NameOf(string title)
    {
        var colon = title.IndexOf(": ", StringComparison.Ordinal);
        var name = colon > 0 ? title[..colon] : title.EndsWith(')') ? title[(title.LastIndexOf('(') + 1)..^1] : "";
        return name.Length is >= ShortestName and <= LongestName && IsName(name) ? name : null;
    }

    // Capitals or digits behind the first letter: "BERT", "MaX-DeepLab", "Word2vec". "Attention: ..." is no name.
    private static bool IsName(ReadOnlySpan<char> name)
    {
        var (letters, telling) = (false, false);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == ' ') return false;
            letters |= char.IsLetter(name[i]);
            telling |= i > 0 && (char.IsUpper(name[i]) || char.IsDigit(name[i]));
        }

        return letters && telling;
    }

    // "we propose a", "is dubbed the", and the word behind them, which may be a name.
    private const string Claims =
        @"\b(?:called|named|dubbed|termed|coined|(?:we|paper|work|article) (?:\w+ )?(?:propose|present|introduce|develop|release|describe|design|create)s?)"
        + @"(?: the| a| an)? \w[\w+.-]{2,}";

    [GeneratedRegex(Claims, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Claim();
}
