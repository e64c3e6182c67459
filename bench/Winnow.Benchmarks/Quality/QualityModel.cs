using System.Diagnostics;
using Microsoft.Extensions.AI;
using Winnow.Embeddings.Batching;
using Winnow.Embeddings.Onnx;
using Winnow.Embeddings.Static;
using Winnow.Papers;
using Winnow.Search.Meaning;

namespace Winnow.Benchmarks.Quality;

/// <summary>A model under measurement.</summary>
/// <param name="Name">As the table has it.</param>
/// <param name="Megabytes">Its files.</param>
/// <param name="Generator">The model itself, timed.</param>
/// <param name="Model">The model as searches get it.</param>
internal sealed record QualityModel(string Name, double Megabytes, IEmbeddingGenerator<string, Embedding<float>> Generator, EmbeddingModel Model) : IDisposable
{
    private const int Timed = 200;

    /// <summary>Texts at once. Of an int8 model the batch moves the vectors a little, so that it must be the same in every run.</summary>
    private const int Batch = 16;

    private const int SoonEmbedded = 2000;

    private RememberedEmbedder? Remembered { get; init; }

    internal static QualityModel Static()
    {
        var embedder = StaticEmbedder.Open(StaticEmbedder.ShippedModel);
        return new QualityModel("static", new FileInfo(StaticEmbedder.ShippedModel).Length / 1e6, embedder, new EmbeddingModel(embedder));
    }

    /// <summary>The transformer beside the repository; null without it.</summary>
    internal static QualityModel? Onnx(int threads = 0)
    {
        var folder = Path.GetFullPath(Path.Combine(RepositoryFolder.Root, "..", "shared", "models", "all-MiniLM-L6-v2"));
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var embedder = OnnxEmbedder.Open(folder, threads, new BatchChoice(Batch));
        var size = new DirectoryInfo(folder).EnumerateFiles().Where(file => file.Extension is ".onnx" or ".json").Sum(file => file.Length) / 1e6;
        var remembered = new RememberedEmbedder(embedder);
        return new QualityModel("ONNX (MiniLM-L6, int8)", size, embedder, new EmbeddingModel(remembered)) { Remembered = remembered };
    }

    /// <summary>Whether the papers' vectors are to be had within a minute or two.</summary>
    internal bool CanEmbed(IReadOnlyList<Paper> papers) =>
        Remembered is null || Remembered.Missing(papers.Select(PaperContent.Text)) <= SoonEmbedded;

    /// <summary>Papers a second on all processors.</summary>
    internal async Task<double> RateAsync(IReadOnlyList<Paper> papers)
    {
        string[] texts = [.. papers.Take(Timed * 10).Select(PaperContent.Text)];
        await Generator.GenerateAsync(texts[..16]);
        // A quick model needs more texts than a slow one for a time worth telling.
        var first = Stopwatch.GetTimestamp();
        await Generator.GenerateAsync(texts[..Timed]);
        var elapsed = Stopwatch.GetElapsedTime(first);
        if (elapsed > TimeSpan.FromSeconds(1))
        {
            return Timed / elapsed.TotalSeconds;
        }

        first = Stopwatch.GetTimestamp();
        await Generator.GenerateAsync(texts);
        return texts.Length / Stopwatch.GetElapsedTime(first).TotalSeconds;
    }

    /// <summary>Microseconds to embed a question, at the median.</summary>
    internal async Task<double> QueryMicrosecondsAsync(IReadOnlyList<JudgedQuestion> questions)
    {
        var times = new List<double>();
        foreach (var question in questions.Take(50).Concat(questions.Take(Timed)))
        {
            var started = Stopwatch.GetTimestamp();
            await Generator.GenerateAsync([question.Text]);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }

        return times.Skip(50).Order().ElementAt((times.Count - 50) / 2);
    }

    public void Dispose()
    {
        Remembered?.Dispose();
        Generator.Dispose();
    }
}
