using Microsoft.Extensions.AI;

namespace Winnow.Benchmarks.Models;

/// <summary>A model that takes its time: at most so many texts a second.</summary>
internal sealed class SlowEmbedder(IEmbeddingGenerator<string, Embedding<float>> model, int textsPerSecond) : IEmbeddingGenerator<string, Embedding<float>>
{
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        await Task.Delay(TimeSpan.FromSeconds((double)texts.Length / textsPerSecond), cancellationToken);
        return await model.GenerateAsync(texts, options, cancellationToken);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => model.GetService(serviceType, serviceKey);

    public void Dispose() => model.Dispose();
}
