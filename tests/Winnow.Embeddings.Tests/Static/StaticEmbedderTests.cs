using Microsoft.Extensions.AI;
using Winnow.Embeddings.Static;
using Xunit;

namespace Winnow.Embeddings.Tests.Static;

public sealed class StaticEmbedderTests : IDisposable
{
    private readonly SmallModel _model = new();

    public void Dispose() => _model.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(24)]
    [InlineData(-8)]
    public void Dimensions_that_the_model_cannot_give_are_refused(int dimensions) =>
        Assert.Contains(
            "8 to 16 dimensions",
            Assert.Throws<ArgumentOutOfRangeException>(() => StaticEmbedder.Open(_model.Path, dimensions)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_text_without_a_known_word_is_all_zeros()
    {
        using var embedder = StaticEmbedder.Open(_model.Path);
        Assert.All(Embed(embedder, "δ ξ"), value => Assert.Equal(0, value));
        Assert.All(Embed(embedder, ""), value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_vector_is_the_weighted_sum_at_length_one()
    {
        using var embedder = StaticEmbedder.Open(_model.Path);
        // packet 1, loss 1, codec twice: 2 × √2, the pair 3.
        var length = MathF.Sqrt(1 + 1 + 8 + 9);
        var vector = Embed(embedder, "codec: packet loss, Codec");
        Assert.Equal([1 / length, 1 / length, 2 * MathF.Sqrt(2) / length, 3 / length], [vector[0], vector[1], vector[2], vector[8]], Near);
    }

    [Fact]
    public void The_first_of_several_lines_counts_more()
    {
        using var embedder = StaticEmbedder.Open(_model.Path);
        // Whole: codec 2 and erdos 1 at length one; half of the title, codec alone, on top.
        var (codec, erdos) = ((2 / MathF.Sqrt(5)) + 0.5f, 1 / MathF.Sqrt(5));
        var length = MathF.Sqrt((codec * codec) + (erdos * erdos));
        var vector = Embed(embedder, "Codec\nErdős");
        Assert.Equal([codec / length, erdos / length], [vector[2], vector[6]], Near);
    }

    [Fact]
    public void The_order_of_sentences_changes_nothing_at_all()
    {
        using var embedder = StaticEmbedder.Open(_model.Path);
        Assert.Equal(Embed(embedder, "codecs. packet loss. erdos."), Embed(embedder, "Erdős. packet loss. codecs."));
    }

    [Fact]
    public async Task A_prefix_is_the_beginning_of_the_vector_at_length_one()
    {
        using var whole = StaticEmbedder.Open(_model.Path);
        using var half = StaticEmbedder.Open(_model.Path, 8);
        var asked = await whole.GenerateAsync(["codec packet loss"], new EmbeddingGenerationOptions { Dimensions = 8 }, TestContext.Current.CancellationToken);
        Assert.Equal(Embed(half, "codec packet loss"), asked[0].Vector.ToArray(), Near);
    }

    [Fact]
    public void Many_texts_at_once_get_the_vectors_that_each_gets_alone()
    {
        using var embedder = StaticEmbedder.Open(_model.Path);
        var texts = Enumerable.Range(0, 1000)
            .Select(i => string.Join(' ', Enumerable.Repeat("codec", i % 5)) + (i % 2 == 0 ? " packet loss" : " losing erdos"))
            .ToList();
        var all = embedder.EmbedAll(texts, workers: 4, TestContext.Current.CancellationToken);
        for (var i = 0; i < texts.Count; i++) Assert.Equal(Embed(embedder, texts[i]), all.AsSpan(i * 16, 16).ToArray());
    }

    [Fact]
    public void The_metadata_names_model_version_and_dimensions()
    {
        using var embedder = StaticEmbedder.Open(_model.Path, 8);
        var metadata = Assert.IsType<EmbeddingGeneratorMetadata>(((IEmbeddingGenerator)embedder).GetService(typeof(EmbeddingGeneratorMetadata)));
        Assert.Equal(("winnow-static", "small@7", 8), (metadata.ProviderName, metadata.DefaultModelId, metadata.DefaultModelDimensions));
    }

    [Fact]
    public async Task Another_models_name_is_refused()
    {
        using var embedder = StaticEmbedder.Open(_model.Path);
        await Assert.ThrowsAsync<ArgumentException>(
            () => embedder.GenerateAsync(["a"], new EmbeddingGenerationOptions { ModelId = "other" }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_disposed_embedder_says_so()
    {
        var embedder = StaticEmbedder.Open(_model.Path);
        embedder.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Embed(embedder, "codec"));
    }

    [Fact]
    public void Embedding_allocates_nothing_once_warm()
    {
        using var embedder = StaticEmbedder.Open(_model.Path);
        var text = string.Concat(Enumerable.Repeat("codecs, packet loss and Erdős numbers ", 100));
        var vector = new float[embedder.Dimensions];
        for (var i = 0; i < 100; i++) embedder.Embed(text, vector);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) embedder.Embed(text, vector);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static float[] Embed(StaticEmbedder embedder, string text)
    {
        var vector = new float[embedder.Dimensions];
        embedder.Embed(text, vector);
        return vector;
    }

    private static bool Near(float one, float other) => MathF.Abs(one - other) < 1e-3f;
}
