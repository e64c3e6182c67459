namespace Winnow.Index.Tests;

/// <summary>Small seeded documents over a vocabulary whose frequencies fall off as language's do.</summary>
internal static class Corpus
{
    internal static readonly IndexSchema Schema = new()
    {
        Texts =
        [
            new TextField("title", 2f, 0.6f, AnalysisKind.English, 2),
            new TextField("abstract", 1f, 0.75f, AnalysisKind.English, 4),
            new TextField("authors", 0.5f, 0.3f, AnalysisKind.Names, 2),
        ],
        Keywords = ["venue", "category"],
        Numbers = ["year"],
    };

    internal static readonly string[] Vocabulary =
    [
        "the", "of", "graph", "neural", "model", "speech", "vision", "kernel", "bandit", "parser", "tree", "token", "prompt", "agent", "policy", "reward",
        "causal", "robust", "sparse", "vector", "matrix", "tensor", "query", "index", "corpus", "dialog", "phoneme", "syntax", "embed", "cluster",
    ];

    internal static readonly string[] Names = ["Ada Lovelace", "Alan Turing", "Grace Hopper", "Edsger Dijkstra", "Barbara Liskov", "Tony Hoare"];

    internal static IndexDocument Document(Random random, long id) => new(id)
    {
        Texts = new Dictionary<string, string>
        {
            ["title"] = Words(random, 1, 8),
            ["abstract"] = random.Next(5) == 0 ? "" : Words(random, 0, 90),
            ["authors"] = string.Join('\n', Enumerable.Range(0, random.Next(4)).Select(_ => Names[random.Next(Names.Length)])),
        },
        Keywords = new Dictionary<string, IReadOnlyList<string>>
        {
            ["venue"] = random.Next(4) == 0 ? [] : [$"venue{random.Next(4)}"],
            ["category"] = [.. Enumerable.Range(0, random.Next(3)).Select(_ => $"cat{random.Next(5)}")],
        },
        Numbers = random.Next(6) == 0 ? new Dictionary<string, int>() : new Dictionary<string, int> { ["year"] = 2015 + random.Next(8) },
    };

    internal static string Words(Random random, int least, int most) =>
        string.Join(' ', Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => Vocabulary[(int)(Vocabulary.Length * Math.Pow(random.NextDouble(), 2.5))]));
}
