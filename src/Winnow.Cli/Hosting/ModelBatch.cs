using System.Globalization;
using Microsoft.Extensions.AI;
using Winnow.Configuration;
using Winnow.Embeddings.Batching;

namespace Winnow.Cli.Hosting;

/// <summary>How many texts a model takes at once, and why.</summary>
internal sealed record ModelBatch(int Size, string Why)
{
    /// <summary>Both, for people.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Size} texts at once: {Why}");

    /// <summary>What the settings say of it.</summary>
    public static BatchChoice Choice(WinnowOptions options) => new(options.Batch, new BatchMemory(options.BatchSizesFile));

    /// <returns>Null of a model that takes one text after the other.</returns>
    public static ModelBatch? Of(IEmbeddingGenerator<string, Embedding<float>> generator) =>
        generator.GetService(typeof(BatchFinder)) is BatchFinder finder ? new ModelBatch(finder.Batch, finder.Why) : null;
}
