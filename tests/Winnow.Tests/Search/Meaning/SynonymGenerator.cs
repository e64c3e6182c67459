using Microsoft.Extensions.AI;

namespace Winnow.Tests.Search.Meaning;

/// <summary>Gives words of one meaning the same direction: a model small enough to reason about. Counts what it embeds.</summary>
internal sealed class SynonymGenerator(string name, int dimensions = 64) : IEmbeddingGenerator<string, Embedding<float>>
{
    private static readonly Dictionary<string, string> Meanings = new() { ["concealment"] = "loss", ["erasure"] = "loss", ["summary"] = "abstract" };

    internal int Embedded { get; private set; }

    /// <summary>Called before each batch.</summary>
    internal Action? Before { get; set; }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        Before?.Invoke();
        cancellationToken.ThrowIfCancellationRequested();
        var embeddings = values.Select(text => new Embedding<float>(Vector(text))).ToList();
        Embedded += embeddings.Count;
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(embeddings));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(Predicate<string>) && serviceKey is "winnow.words" ? new Predicate<string>(Meanings.ContainsKey)
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("test", null, name, dimensions) : null;

    public void Dispose()
    {
    }

    private float[] Vector(string text)
    {
        var vector = new float[dimensions];
        foreach (var word in text.ToLowerInvariant().Split((char[])[' ', '.', '\n', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            var meaning = Meanings.GetValueOrDefault(word, word);
            var random = new Random(meaning.Aggregate(17, (hash, c) => (hash * 31) + c));
            for (var i = 0; i < dimensions; i++)
            {
                vector[i] += (float)(random.NextDouble() - 0.5);
            }
        }

        return vector;
    }
}
