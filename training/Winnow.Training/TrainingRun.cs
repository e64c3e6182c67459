using System.Diagnostics;
using System.Globalization;
using Winnow.Embeddings.Batching;
using Winnow.Embeddings.Fitting;
using Winnow.Embeddings.Onnx;
using Winnow.Embeddings.Static;

namespace Winnow.Training;

/// <summary>From a folder of papers and a teacher to a model's file. MODEL_CARD.md says what came of it and what was tried besides.</summary>
internal sealed class TrainingRun(string papersFolder, string teacherFolder, string output, string version, IReadOnlyList<Recipe> fits)
{
    private const string ModelName = "winnow-static";
    private const int Dimensions = 256;
    private const int Words = 46_000;
    private const int Endings = 2_000;
    private const int Pairs = 20_000;
    private const int TeacherBatch = 64;
    private const int TeacherTexts = 2048;

    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public async Task RunAsync(CancellationToken cancel)
    {
        var all = PaperFiles.Read(papersFolder);
        var papers = all.Where(paper => !HeldOut.Contains(paper.Title)).ToList();
        Say($"{all.Count} papers with an abstract, {all.Count - papers.Count} of them held out");
        var vocabulary = new VocabularyBuilder(papers, Words, Endings, Pairs).Build();
        Say($"{vocabulary.Pieces.Count} pieces and {vocabulary.Pairs.Count} pairs");
        var start = FittingStart.From(vocabulary, await TeachAsync(vocabulary, cancel), Dimensions);
        Say("token vectors as the teacher has them");
        var model = StaticModelFitter.Fit(start, papers, fits, new Reporter(this), cancel);
        StaticModelWriter.Write(output, model with { Name = ModelName, Version = version });
        Say($"written to {output}, {new FileInfo(output).Length} bytes");
    }

    private async Task<float[][]> TeachAsync(Vocabulary vocabulary, CancellationToken cancel)
    {
        using var teacher = OnnxEmbedder.Open(teacherFolder, fits[0].Threads, new BatchChoice(TeacherBatch));
        var vectors = new List<float[]>(vocabulary.Count);
        foreach (var texts in Enumerable.Range(0, vocabulary.Count).Select(vocabulary.TextOf).Chunk(TeacherTexts))
        {
            var embedded = await teacher.GenerateAsync(texts, cancellationToken: cancel);
            vectors.AddRange(embedded.Select(embedding => embedding.Vector.ToArray()));
        }

        return [.. vectors];
    }

    private void Say(string text) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_clock.Elapsed.TotalSeconds,6:0} s  {text}"));

    // Progress<T> would report later, on another thread, and out of order.
    private sealed class Reporter(TrainingRun run) : IProgress<FittingProgress>
    {
        public void Report(FittingProgress value) =>
            run.Say(string.Create(CultureInfo.InvariantCulture, $"{value.Share * 100,3:0} % of the steps, loss {value.Loss:0.000}"));
    }
}
