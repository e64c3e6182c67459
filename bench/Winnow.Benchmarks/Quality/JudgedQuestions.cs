using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Winnow.Embeddings.Fitting;
using Winnow.Papers;
using Winnow.Papers.Merging;
using Winnow.Sources.PaperLines;

namespace Winnow.Benchmarks.Quality;

/// <summary>Questions, the papers they are asked of, and which of those answer them.</summary>
/// <param name="Name">As the table has it.</param>
/// <param name="Papers">The papers, read as an import reads them.</param>
/// <param name="Questions">Only those that have a right answer.</param>
internal sealed record JudgedQuestions(string Name, IReadOnlyList<Paper> Papers, IReadOnlyList<JudgedQuestion> Questions)
{
    private const int Seed = 20_260_101;
    private const int AbstractSetPapers = 20_000;
    private const int AbstractSetQuestions = 1000;

    /// <summary>A label that fewer papers have says more of who labelled than of the papers.</summary>
    private const int PapersOfALabel = 5;

    /// <summary>Scholars' questions in plain words.</summary>
    internal static JudgedQuestions Scholar()
    {
        var folder = Path.Combine(RepositoryFolder.Data("search-dev"), "scholar");
        var wanted = Lines(Path.Combine(folder, "corpus-ids.txt.gz")).ToHashSet();
        return new JudgedQuestions("scholar", [.. AllPapers(wanted.Contains).DistinctBy(paper => paper.Id)], Judged(folder));
    }

    /// <summary>Questions of library science, some of them long.</summary>
    internal static JudgedQuestions Cisi()
    {
        var folder = Path.Combine(RepositoryFolder.Data("search-dev"), "cisi");
        return new JudgedQuestions("cisi", [.. Lines(Path.Combine(folder, "corpus.jsonl.gz")).Select(line => Read(line, _ => true)!)], Judged(folder));
    }

    /// <summary>A thousand titles, each asked of 20,000 papers that have lost their titles.</summary>
    internal static JudgedQuestions TitleToAbstract()
    {
        var all = AllPapers(_ => true).Where(paper => paper.Abstract is { Length: >= 200 }).DistinctBy(paper => paper.Title).DistinctBy(paper => paper.Id)
            .OrderBy(paper => paper.Id.Value).ToArray();
        new Random(Seed).Shuffle(all);
        var papers = all[..AbstractSetPapers];
        return new JudgedQuestions(
            "title→abstract",
            [.. papers.Select(paper => paper with { Title = "" })],
            [.. papers.Take(AbstractSetQuestions).Select(paper => new JudgedQuestion(paper.Title, null, new Dictionary<PaperId, int> { [paper.Id] = 1 }))]);
    }

    /// <summary>The same, asked with every title that the static model was not fitted to.</summary>
    internal static JudgedQuestions HeldOutTitles()
    {
        var all = AllPapers(_ => true).Where(paper => paper.Abstract is { Length: >= 200 }).DistinctBy(paper => paper.Title).DistinctBy(paper => paper.Id)
            .OrderBy(paper => paper.Id.Value).ToArray();
        new Random(Seed).Shuffle(all);
        var held = all.Where(paper => HeldOut.Contains(paper.Title)).ToList();
        return new JudgedQuestions(
            "held out titles",
            [.. held.Concat(all.Where(paper => !HeldOut.Contains(paper.Title))).Take(AbstractSetPapers).Select(paper => paper with { Title = "" })],
            [.. held.Select(paper => new JudgedQuestion(paper.Title, null, new Dictionary<PaperId, int> { [paper.Id] = 1 }))]);
    }

    /// <summary>The subject areas that a conference's papers were labelled with: the label is the question, and its papers are the answers.</summary>
    internal static JudgedQuestions ConferenceLabels()
    {
        var labelled = Conference();
        return new JudgedQuestions(
            "neurips2019 labels",
            [.. labelled.Select(pair => pair.Paper)],
            [.. Labels(labelled).Select(label => new JudgedQuestion(label.Key, null, label.ToDictionary(pair => pair.Paper.Id, _ => 1)))]);
    }

    /// <summary>Each labelled paper asks for papers like itself: those of its label are the answers.</summary>
    internal static JudgedQuestions ConferencePapers()
    {
        var labelled = Conference();
        return new JudgedQuestions(
            "neurips2019 similar",
            [.. labelled.Select(pair => pair.Paper)],
            [.. Labels(labelled).SelectMany(label => label.Select(own => new JudgedQuestion(
                "", own.Paper.Id, label.Where(other => other.Paper.Id != own.Paper.Id).ToDictionary(other => other.Paper.Id, _ => 1))))]);
    }

    private static IEnumerable<IGrouping<string, (Paper Paper, string? Topic)>> Labels(IReadOnlyList<(Paper Paper, string? Topic)> labelled) =>
        labelled.Where(pair => pair.Topic is not null).GroupBy(pair => pair.Topic!).Where(label => label.Count() >= PapersOfALabel).OrderBy(label => label.Key, StringComparer.Ordinal);

    private static List<(Paper Paper, string? Topic)> Conference() =>
        [.. Lines(Path.Combine(RepositoryFolder.Data("neurips2019"), "papers.jsonl.gz")).Select(line => (Read(line, _ => true)!, Topic(line))).DistinctBy(pair => pair.Item1.Id)];

    private static string? Topic(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.TryGetProperty("topic", out var topic) ? topic.GetString() : null;
    }

    private static IEnumerable<Paper> AllPapers(Func<string, bool> wanted) =>
        Directory.EnumerateFiles(RepositoryFolder.Data("papers"), "*.jsonl.gz").Order(StringComparer.Ordinal).SelectMany(Lines).Select(line => Read(line, wanted)).OfType<Paper>();

    private static List<JudgedQuestion> Judged(string folder)
    {
        var grades = Lines(Path.Combine(folder, "qrels.tsv")).Skip(1).Select(line => line.Split('\t')).GroupBy(judgement => judgement[0]).ToDictionary(
            group => group.Key,
            group => (IReadOnlyDictionary<PaperId, int>)group.ToDictionary(judgement => IdOf(judgement[1]), judgement => int.Parse(judgement[2], CultureInfo.InvariantCulture)));
        var questions = new List<JudgedQuestion>();
        foreach (var line in Lines(Path.Combine(folder, "queries.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            if (grades.TryGetValue(json.RootElement.GetProperty("id").GetString()!, out var judged) && judged.Values.Any(grade => grade > 0))
            {
                questions.Add(new JudgedQuestion(json.RootElement.GetProperty("text").GetString()!, null, judged));
            }
        }

        return questions;
    }

    /// <summary>A paper of one record, as the library would hold it.</summary>
    private static Paper? Read(string line, Func<string, bool> wanted)
    {
        var raw = System.Text.Encoding.UTF8.GetBytes(line);
        using var json = JsonDocument.Parse(raw);
        var key = json.RootElement.GetProperty("id").GetString()!;
        return wanted(key)
            ? PaperMerge.Merge([new MergedRecord(new RecordReference(new RecordId(IdOf(key).Value), "bench", key), new PaperLinesFormat().Parse(raw))]) : null;
    }

    private static PaperId IdOf(string key) => RecordId.Of("bench", key).AsPaper;

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
