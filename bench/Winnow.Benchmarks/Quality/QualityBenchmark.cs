using System.Globalization;
using Winnow.Search;
using Winnow.Search.Indexing;
using Winnow.Search.Meaning;
using Winnow.Tests.Search;

namespace Winnow.Benchmarks.Quality;

/// <summary>How well each way to rank finds what people judged: one table, one scorer, the product's own search.</summary>
internal static class QualityBenchmark
{
    internal static async Task RunAsync(IReadOnlyList<string> names)
    {
        var all = names.Count == 0;
        var report = new BenchmarkReport("quality");
        report.Line("# Quality of rankings\n");
        report.Line(Text($"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}. {Machine.Describe()}. Every cell: nDCG@10 (gain 2^grade − 1) / recall@100, means over the questions. docs/search.md says what the sets are.\n"));
        using var shipped = QualityModel.Static();
        using var transformer = QualityModel.Onnx();
        QualityModel[] models = transformer is null ? [shipped] : [shipped, transformer];
        var sets = Sets().Where(set => all || names.Contains(set.Key)).Select(set => set.Value()).ToList();
        var columns = new List<Dictionary<string, QualityFigures>>();
        foreach (var set in sets)
        {
            columns.Add(await MeasureAsync(set, [.. models.Where(model => model.CanEmbed(set.Papers))]));
        }

        report.Line($"| ranking | {string.Join(" | ", sets.Select(set => $"{set.Name} ({set.Questions.Count:N0} of {set.Papers.Count:N0})"))} | µs a question |");
        report.Line($"|---|{string.Concat(Enumerable.Repeat("---|", sets.Count + 1))}");
        foreach (var name in columns.SelectMany(column => column.Keys).Distinct())
        {
            var cells = columns.Select(column => column.TryGetValue(name, out var f) ? Text($"{f.Ndcg:0.000} / {f.Recall:0.000}") : "–");
            report.Line($"| {name} | {string.Join(" | ", cells)} | {Text($"{columns[0].GetValueOrDefault(name).Microseconds:N0}")} |");
        }

        if (columns.Any(column => column.Count < columns.Max(other => other.Count)))
        {
            report.Line("\n–: not measured, because the transformer's vectors are not remembered; `./do bench quality --remember` makes them.");
        }

        report.Line("\nA question's time is the median of the first set's, a hundred hits with their passages included; a remembered vector costs nothing in it.");
        report.Line("\n| model | size, MB | dimensions | texts a second | µs to embed a question |\n|---|---|---|---|---|");
        foreach (var model in models)
        {
            report.Line(Text($"| {model.Name} | {model.Megabytes:0.0} | {model.Model.Dimensions} | {await model.RateAsync(sets[0].Papers):N0} | {await model.QueryMicrosecondsAsync(sets[0].Questions):N0} |"));
        }

        Console.WriteLine($"\n{(all ? $"Written to {report.Save()}" : "Not kept: only some of the sets were measured.")}");
    }

    /// <summary>Gives every set's papers and questions their vectors and keeps them, so that later runs take minutes.</summary>
    internal static async Task RememberAsync()
    {
        using var model = QualityModel.Onnx(threads: 1) ?? throw new DirectoryNotFoundException("There is no model in ../shared/models.");
        foreach (var set in Sets().Values.Select(make => make()))
        {
            Console.WriteLine($"{set.Name}: {set.Papers.Count:N0} papers, {set.Questions.Count:N0} questions");
            foreach (var texts in set.Questions.Where(question => question.Like is null).Select(question => question.Text).Chunk(256))
            {
                foreach (var text in texts)
                {
                    await model.Model.EmbedQueryAsync(text, CancellationToken.None);
                }
            }

            foreach (var texts in set.Papers.Select(PaperContent.Text).Chunk(256))
            {
                await model.Model.EmbedDocumentsAsync(texts, CancellationToken.None);
            }
        }
    }

    internal static Dictionary<string, Func<JudgedQuestions>> Sets() => new()
    {
        ["scholar"] = JudgedQuestions.Scholar,
        ["cisi"] = JudgedQuestions.Cisi,
        ["labels"] = JudgedQuestions.ConferenceLabels,
        ["similar"] = JudgedQuestions.ConferencePapers,
        ["abstracts"] = JudgedQuestions.TitleToAbstract,
    };

    private static async Task<Dictionary<string, QualityFigures>> MeasureAsync(JudgedQuestions set, QualityModel[] models)
    {
        var folder = Directory.CreateTempSubdirectory("winnow-bench-").FullName;
        try
        {
            var library = new InMemoryLibrary();
            library.Put(set.Papers);
            using var index = new PaperIndex(Path.Combine(folder, "index"), TimeProvider.System);
            using (var indexer = new PaperIndexer(library, index, TimeProvider.System))
            {
                await indexer.CatchUpAsync(null, CancellationToken.None);
            }

            var rankers = new List<QualityRanker> { QualityRanker.Search("words alone", new PaperSearch(library, index, TimeProvider.System)) };
            var meanings = new List<PaperMeaning>();
            foreach (var model in models)
            {
                var meaning = new PaperMeaning(library, Path.Combine(folder, "vectors"), [model.Model], TimeProvider.System);
                meanings.Add(meaning);
                await meaning.CatchUpAsync(null, CancellationToken.None);
                rankers.Add(QualityRanker.Alone($"{model.Name} alone", meaning.Answering));
                rankers.Add(QualityRanker.Search($"{model.Name} with words", new PaperSearch(library, index, TimeProvider.System, meaning)));
            }

            if (models.Length > 1)
            {
                var both = new PaperMeaning(library, Path.Combine(folder, "vectors"), [.. models.Reverse().Select(model => model.Model)], TimeProvider.System);
                meanings.Add(both);
                rankers.Add(QualityRanker.Search("both models with words", new PaperSearch(library, index, TimeProvider.System, both)));
            }

            var measured = new Dictionary<string, QualityFigures>();
            foreach (var ranker in rankers)
            {
                var figures = measured[ranker.Name] = await ranker.MeasureAsync(set.Questions);
                Console.WriteLine(Text($"{set.Name}, {ranker.Name}: {figures.Ndcg:0.0000} / {figures.Recall:0.0000}"));
            }

            meanings.ForEach(meaning => meaning.Dispose());
            return measured;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
