namespace Winnow.Embeddings.Fitting;

/// <summary>
/// Sentences that mention another paper by the name it gave itself: "Name: what it is about" in the title, "Name" in someone's abstract.
/// They say what a paper is known for, in the words of people who use it.
/// </summary>
internal static class Mentions
{
    private const int LongestName = 24;
    // A name in more sentences than this is a word ("Transformer:"), or so famous that its mentions say little.
    private const int MostSentences = 400;

    /// <returns>For each paper by position, the sentences of others that mention it, with the name taken out.</returns>
    public static Dictionary<int, List<string>> Find(IReadOnlyList<PaperText> papers)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < papers.Count; i++)
        {
            var colon = papers[i].Title.IndexOf(": ", StringComparison.Ordinal);
            if (colon is < 3 or > LongestName) continue;
            var name = papers[i].Title[..colon];
            if (!IsName(name)) continue;
            names[name] = names.ContainsKey(name) ? -1 : i;
        }

        var found = new Dictionary<int, List<string>>();
        for (var i = 0; i < papers.Count; i++)
        {
            foreach (var sentence in Sentences.Of(papers[i].Abstract))
            {
                foreach (var word in sentence.Split([' ', ',', '.', '(', ')', ';', '/'], StringSplitOptions.RemoveEmptyEntries).Distinct())
                {
                    if (!names.TryGetValue(word, out var named) || named < 0 || named == i) continue;
                    if (!found.TryGetValue(named, out var sentences)) found[named] = sentences = [];
                    sentences.Add(sentence.Replace(word, " ", StringComparison.Ordinal));
                }
            }
        }

        return found.Where(pair => pair.Value.Count <= MostSentences).ToDictionary();
    }

    // Capitals or digits behind the first letter: "BERT", "MaX-DeepLab", "Word2vec". "Attention: ..." is no name.
    private static bool IsName(string name) =>
        !name.Contains(' ', StringComparison.Ordinal) && name.Skip(1).Any(letter => char.IsUpper(letter) || char.IsDigit(letter)) && name.Any(char.IsLetter);
}
