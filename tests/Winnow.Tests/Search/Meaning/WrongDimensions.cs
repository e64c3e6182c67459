using Microsoft.Extensions.AI;

namespace Winnow.Tests.Search.Meaning;

/// <summary>Promises 8 dimensions and gives 7.</summary>
internal sealed class WrongDimensions : IEmbeddingGenerator<string, Embedding<float>>
{
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(_ => new Embedding<float>(new float[7]))));

    public object? GetService(Type serviceType, object? serviceKey = null) => new EmbeddingGeneratorMetadata("test", null, "wrong/1", 8);

    public void Dispose()
    {
    }
}
