using System.Globalization;
using Winnow.Search;
using Winnow.Search.Indexing;
using Winnow.Search.Meaning;
using Winnow.Tests.Search;

namespace Winnow.Benchmarks;

/// <summary>How well each way to rank finds what people judged: one table, one scorer, the product's own search.</summary>
internal static class QualityBenchmark
{
    internal static async Task RunAsync(IReadOnlyList<string> names)
    {
        var all = names.Count == 0;
        var report = new BenchmarkReport("quality");
        report.Line("# Quality of rankings\n");
        report.Line($"{Machine.Describe()}. Every cell: nDCG@10 (gain 2^grade − 1) / recall@100, means over the questions. docs/search.md says what the sets are.\n");
        using var shipped = QualityModel.Static();
        using var transformer = QualityModel.Onnx();
        QualityModel[] models = transformer is null ? [shipped] : [shipped, transformer];
        var sets = Sets().Where(set => all || names.Contains(set.Key)).Select(set => set.Value()).ToList();
        var rows = new List<(string Name, List<QualityFigures> Figures)>();
        foreach (var set in sets)
        {
            var measured = await MeasureAsync(set, models);
            for (var i = 0; i < measured.Count; i++)
            {
                if (rows.Count == i)
                {
                    rows.Add((measured[i].Name, []));
                }

                rows[i].Figures.Add(measured[i].Figures);
            }
        }

        report.Line($"| ranking | {string.Join(" | ", sets.Select(set => $"{set.Name} ({set.Questions.Count:N0} of {set.Papers.Count:N0})"))} | µs a question |");
        report.Line($"|---|{string.Concat(Enumerable.Repeat("---|", sets.Count + 1))}");
        foreach (var (name, figures) in rows)
        {
            report.Line($"| {name} | {string.Join(" | ", figures.Select(f => Text($"{f.Ndcg:0.000} / {f.Recall:0.000}")))} | {Text($"{figures[0].Microseconds:N0}")} |");
        }

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

    private static async Task<List<(string Name, QualityFigures Figures)>> MeasureAsync(JudgedQuestions set, QualityModel[] models)
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

            var measured = new List<(string, QualityFigures)>();
            foreach (var ranker in rankers)
            {
                measured.Add((ranker.Name, await ranker.MeasureAsync(set.Questions)));
                Console.WriteLine(Text($"{set.Name}, {ranker.Name}: {measured[^1].Item2.Ndcg:0.0000} / {measured[^1].Item2.Recall:0.0000}"));
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
