using System.Globalization;
using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Winnow.Embeddings.Batching;

namespace Winnow.Embeddings.Models;

/// <summary>Tries a model: whether it gives the vectors that its makers expect, whether like is near to like, and how fast it is.</summary>
public static class ModelTest
{
    /// <summary>Another runtime or processor may differ in the second decimal of a value; a wrong pooling or tokenizer differs by far more.</summary>
    public const double LeastExpectedCosine = 0.985;

    private const int Abstracts = 32;
    private const int SentencesOfAbstract = 7;
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(0.4);
    private static readonly TimeSpan QuickTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(10);

    /// <param name="generator">The model.</param>
    /// <param name="folder">Where <c>expected.jsonl</c> may lie.</param>
    /// <param name="frugal">Whether each text costs money: then speed is measured once.</param>
    public static async Task<ModelTestResult> RunAsync(
        IEmbeddingGenerator<string, Embedding<float>> generator, string folder, bool frugal, TimeProvider clock, CancellationToken cancel)
    {
        var metadata = (EmbeddingGeneratorMetadata)generator.GetService(typeof(EmbeddingGeneratorMetadata))!;
        var problems = new List<string>();
        var (expected, worst) = await CompareAsync(generator, folder, problems, cancel).ConfigureAwait(false);
        var (related, unrelated, found, milliseconds) = await AskAsync(generator, problems, clock, cancel).ConfigureAwait(false);
        var rate = await RateAsync(generator, frugal, clock, cancel).ConfigureAwait(false);
        var batches = generator.GetService(typeof(BatchFinder)) as BatchFinder;
        return new ModelTestResult(
            metadata.DefaultModelId!,
            metadata.DefaultModelDimensions ?? 0,
            Math.Round(rate, 1),
            Math.Round(milliseconds, 3),
            Math.Round(related, 4),
            Math.Round(unrelated, 4),
            found,
            TrialTexts.Pairs.Count,
            expected,
            worst is { } cosine ? Math.Round(cosine, 4) : null,
            problems)
        { Batch = batches?.Batch, BatchReason = batches?.Why };
    }

    /// <returns>What is wrong with a vector, as the end of a sentence; null when it can be one.</returns>
    internal static string? Flaw(ReadOnlySpan<float> vector)
    {
        foreach (var value in vector)
        {
            if (!float.IsFinite(value)) return "its vector holds values that are no numbers";
        }

        return vector.ContainsAnyExcept(0f) ? null : "its vector is all zeros";
    }

    private static async Task<(int Expected, double? Worst)> CompareAsync(
        IEmbeddingGenerator<string, Embedding<float>> generator, string folder, List<string> problems, CancellationToken cancel)
    {
        var expected = ExpectedVectors.Read(folder);
        if (expected.Count == 0) return (0, null);
        var given = await generator.GenerateAsync(expected.Select(one => one.Text), cancellationToken: cancel).ConfigureAwait(false);
        double worst = 1;
        for (var i = 0; i < expected.Count; i++)
        {
            var (text, vector) = expected[i];
            var cosine = vector.Length == given[i].Vector.Length ? TensorPrimitives.CosineSimilarity(vector, given[i].Vector.Span) : -1;
            if (!(cosine >= LeastExpectedCosine))
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"The text \"{Start(text)}\" has a cosine of {cosine:0.000} to the vector that {ModelFolder.ExpectedName} expects: tokenizer, pooling or prefix are not the model's."));
            worst = Math.Min(worst, cosine);
        }

        return (expected.Count, worst);
    }

    private static async Task<(double Related, double Unrelated, int Found, double Milliseconds)> AskAsync(
        IEmbeddingGenerator<string, Embedding<float>> generator, List<string> problems, TimeProvider clock, CancellationToken cancel)
    {
        var pairs = TrialTexts.Pairs;
        var documents = await generator.GenerateAsync(pairs.Select(pair => pair.Answer), cancellationToken: cancel).ConfigureAwait(false);
        var times = new List<double>();
        double related = 0, unrelated = 0;
        var found = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            var started = clock.GetTimestamp();
            var question = (await generator.GenerateAsync([pairs[i].Question], EmbeddingRole.ForQueries(), cancel).ConfigureAwait(false))[0].Vector;
            times.Add(clock.GetElapsedTime(started).TotalMilliseconds);
            if (Flaw(question.Span) is { } flaw && problems.Count == 0) problems.Add($"Of \"{pairs[i].Question}\" {flaw}.");
            var cosines = documents.Select(document => (double)TensorPrimitives.CosineSimilarity(question.Span, document.Vector.Span)).ToList();
            related += cosines[i] / pairs.Count;
            unrelated += (cosines.Sum() - cosines[i]) / (pairs.Count - 1) / pairs.Count;
            if (cosines.IndexOf(cosines.Max()) == i) found++;
        }

        if (found < pairs.Count / 2)
            problems.Add($"Only {found} of {pairs.Count} questions are nearest to the text that answers them: this is no model for finding texts, or it is used wrongly.");
        times.Sort();
        return (related, unrelated, found, times[times.Count / 2]);
    }

    private static async Task<double> RateAsync(IEmbeddingGenerator<string, Embedding<float>> generator, bool frugal, TimeProvider clock, CancellationToken cancel)
    {
        var sentences = TrialTexts.Pairs.Select(pair => pair.Answer).ToList();
        string[] texts = [.. Enumerable.Range(0, Abstracts).Select(i => string.Join(' ', Enumerable.Range(0, SentencesOfAbstract).Select(k => sentences[(i + (k * k)) % sentences.Count])))];
        var (step, done) = (Abstracts / 4, 0L);
        var started = clock.GetTimestamp();
        do
        {
            for (var from = 0; from < texts.Length && (done == 0 || clock.GetElapsedTime(started) < MostTime);)
            {
                var (began, count) = (clock.GetTimestamp(), Math.Min(step, texts.Length - from));
                await generator.GenerateAsync(texts[from..(from + count)], cancellationToken: cancel).ConfigureAwait(false);
                (from, done) = (from + count, done + count);
                // A quick model shows what it makes of many at once; a slow one is told when its time is up.
                if (clock.GetElapsedTime(began) < QuickTime) step = Abstracts;
            }
        }
        while (!frugal && clock.GetElapsedTime(started) < LeastTime);
        return done / Math.Max(1e-6, clock.GetElapsedTime(started).TotalSeconds);
    }

    private static string Start(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
