using Microsoft.Extensions.AI;

namespace Winnow.Embeddings.Spaces;

/// <summary>
/// Stands in for a model that answers no more: another model embeds the question, and what it says is translated, so that the vectors that the lost model left can
/// still be searched. Nothing is to be stored under its name but what the lost model made itself.
/// </summary>
/// <param name="asked">Embeds the questions; stays with whoever opened it.</param>
/// <param name="translation">From that one's space into the lost model's.</param>
/// <param name="lost">Name and version of the lost model.</param>
public sealed class TranslatedEmbedder(IEmbeddingGenerator<string, Embedding<float>> asked, SpaceTranslation translation, string lost) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingGeneratorMetadata _metadata = new("translated", providerUri: null, lost, translation.TargetDimensions);

    /// <inheritdoc/>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var given = await asked.GenerateAsync(values, options, cancellationToken).ConfigureAwait(false);
        return [.. given.Select(one =>
        {
            var translated = new float[translation.TargetDimensions];
            translation.Translate(one.Vector.Span, translated);
            return new Embedding<float>(translated) { ModelId = lost };
        })];
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null) return null;
        return serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The model that is asked belongs to others.
    }
}
