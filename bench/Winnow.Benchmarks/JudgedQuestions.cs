using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Winnow.Papers;

namespace Winnow.Benchmarks;

/// <summary>Questions, the papers they were asked of, and which of those answer them.</summary>
/// <param name="Papers">The papers by the id that the judgements use.</param>
/// <param name="Questions">Texts with grades by paper id; only those with a positive one.</param>
internal sealed record JudgedQuestions(IReadOnlyDictionary<string, Paper> Papers, IReadOnlyList<(string Text, IReadOnlyDictionary<string, int> Grades)> Questions)
{
    internal static JudgedQuestions Scholar()
    {
        var folder = Path.Combine(RepositoryFolder.Data("search-dev"), "scholar");
        var wanted = Lines(Path.Combine(folder, "corpus-ids.txt.gz")).ToHashSet();
        var papers = Directory.EnumerateFiles(RepositoryFolder.Data("papers"), "*.jsonl.gz").SelectMany(Lines).Select(Parse)
            .Where(paper => wanted.Contains(paper.Id)).DistinctBy(paper => paper.Id).ToDictionary(paper => paper.Id, paper => paper.Paper);
        return new JudgedQuestions(papers, Judged(folder));
    }

    internal static JudgedQuestions Cisi()
    {
        var folder = Path.Combine(RepositoryFolder.Data("search-dev"), "cisi");
        return new JudgedQuestions(
            Lines(Path.Combine(folder, "corpus.jsonl.gz")).Select(Parse).ToDictionary(paper => paper.Id, paper => paper.Paper), Judged(folder));
    }

    private static List<(string, IReadOnlyDictionary<string, int>)> Judged(string folder)
    {
        var grades = Lines(Path.Combine(folder, "qrels.tsv")).Skip(1).Select(line => line.Split('\t')).GroupBy(judgement => judgement[0]).ToDictionary(
            group => group.Key,
            group => (IReadOnlyDictionary<string, int>)group.ToDictionary(judgement => judgement[1], judgement => int.Parse(judgement[2], CultureInfo.InvariantCulture)));
        var questions = new List<(string, IReadOnlyDictionary<string, int>)>();
        foreach (var line in Lines(Path.Combine(folder, "queries.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            if (grades.TryGetValue(json.RootElement.GetProperty("id").GetString()!, out var judged) && judged.Values.Any(grade => grade > 0))
            {
                questions.Add((json.RootElement.GetProperty("text").GetString()!, judged));
            }
        }

        return questions;
    }

    private static (string Id, Paper Paper) Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var key = json.RootElement.GetProperty("id").GetString()!;
        var id = RecordId.Of("bench", key);
        return (key, new Paper
        {
            Id = id.AsPaper,
            Title = json.RootElement.GetProperty("title").GetString()!,
            Abstract = json.RootElement.TryGetProperty("abstract", out var text) ? text.GetString() : null,
            Authors = json.RootElement.TryGetProperty("authors", out var authors) && authors.ValueKind == JsonValueKind.Array
                ? [.. authors.EnumerateArray().Select(author => new Author(author.GetString()!))] : [],
            Records = [new RecordReference(id, "bench", key)],
        });
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var stream = File.OpenRead(file);
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
