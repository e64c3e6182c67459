using Winnow.Papers;

namespace Winnow.Tests.Search;

/// <summary>Papers made for one test.</summary>
internal static class SomePapers
{
    private static readonly string[] Vocabulary =
    [
        "attention", "transformer", "network", "neural", "learning", "deep", "speech", "recognition", "translation", "retrieval", "graph", "image", "segmentation",
        "robust", "sparse", "bayesian", "policy", "gradient", "language", "model", "embedding", "contrastive", "diffusion", "vision", "kernel", "convex",
        "optimisation", "privacy", "federated", "robot", "planning", "dialogue", "summarisation", "parsing", "question", "answering", "the", "of", "with", "for",
    ];

    private static readonly string[] Venues = ["NeurIPS", "ICLR", "ACL", "CVPR", "LREC,COLING"];
    private static readonly string[] Sources = ["arxiv", "openreview", "acl"];
    private static readonly string[] Categories = ["cs.CL", "cs.CV", "stat.ML"];

    internal static Paper Paper(string title, string? text = null, int key = 0, params string[] authors)
    {
        var id = RecordId.Of("test", $"{title} {key}");
        return new Paper
        {
            Id = id.AsPaper,
            Title = title,
            Abstract = text,
            Authors = [.. authors.Select(name => new Author(name))],
            Records = [new RecordReference(id, "test", $"{title} {key}")],
        };
    }

    /// <summary>Papers with random words and metadata, the same for the same seed.</summary>
    internal static IReadOnlyList<Paper> Random(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Random(random, i))];
    }

    private static Paper Random(Random random, int key)
    {
        var paper = Paper(Words(random, 3, 9), random.Next(5) == 0 ? null : Words(random, 10, 80) + ".", key, $"Author {Words(random, 1, 2)}");
        var source = Pick(random, Sources);
        var year = random.Next(10) == 0 ? (int?)null : random.Next(2015, 2026);
        return paper with
        {
            Year = year,
            Published = year is null || random.Next(2) == 0 ? null : new DateOnly(year.Value, random.Next(1, 13), 1),
            Venue = random.Next(4) == 0 ? null : Pick(random, Venues),
            Categories = [.. Categories.Where(_ => random.Next(3) == 0)],
            Code = random.Next(3) == 0 ? "https://example.org/code" : null,
            Records = [new RecordReference(new RecordId(paper.Id.Value), source, $"{key}")],
        };
    }

    private static string Words(Random random, int from, int to) =>
        string.Join(' ', Enumerable.Range(0, random.Next(from, to + 1)).Select(_ => Pick(random, Vocabulary)));

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];
}
