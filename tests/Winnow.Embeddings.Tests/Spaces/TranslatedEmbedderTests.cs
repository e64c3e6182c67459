using Microsoft.Extensions.AI;
using Winnow.Embeddings.Spaces;
using Winnow.Embeddings.Static;
using Xunit;

namespace Winnow.Embeddings.Tests.Spaces;

public sealed class TranslatedEmbedderTests
{
    [Fact]
    public async Task A_question_comes_out_as_the_lost_model_would_have_said_it_and_under_its_name()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var asked = StaticEmbedder.Open(StaticEmbedder.ShippedModel);
        string[] words = ["graph", "speech", "protein", "market", "robot", "language", "image", "causal", "quantum", "climate", "vaccine", "theorem"];
        string[] texts = [.. Enumerable.Range(0, 900).Select(i => $"{words[i % 12]} {words[i / 12 % 12]} of {words[i / 144 % 12]} number {i}")];
        var source = (await asked.GenerateAsync(texts, cancellationToken: cancel)).Select(one => (ReadOnlyMemory<float>)one.Vector.ToArray()).ToList();
        // The lost space is the other one with its axes in reverse order.
        var target = source.Select(one => (ReadOnlyMemory<float>)Turned(one.Span)).ToList();
        using var lost = new TranslatedEmbedder(asked, SpaceTranslation.Fit(source, target)!, "lost@1");
        Assert.Equal(("lost@1", source[0].Length), Named(lost));

        var question = await lost.GenerateAsync(["a robot learns language"], EmbeddingRole.ForQueries(), cancel);
        var truth = Turned((await asked.GenerateAsync(["a robot learns language"], EmbeddingRole.ForQueries(), cancel))[0].Vector.Span);
        Assert.Equal("lost@1", question[0].ModelId);
        var ranks = target.OrderByDescending(one => System.Numerics.Tensors.TensorPrimitives.Dot(one.Span, question[0].Vector.Span)).Take(10).ToList();
        var best = target.MaxBy(one => System.Numerics.Tensors.TensorPrimitives.Dot<float>(one.Span, truth));
        Assert.Contains(best, ranks);
    }

    private static (string Name, int Dimensions) Named(TranslatedEmbedder embedder)
    {
        var metadata = (EmbeddingGeneratorMetadata)embedder.GetService(typeof(EmbeddingGeneratorMetadata))!;
        return (metadata.DefaultModelId!, metadata.DefaultModelDimensions!.Value);
    }

    private static float[] Turned(ReadOnlySpan<float> vector)
    {
        var turned = vector.ToArray();
        Array.Reverse(turned);
        return turned;
    }
}
