using System.Numerics.Tensors;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Winnow.Embeddings.Batching;
using Winnow.Embeddings.Onnx;
using Xunit;

namespace Winnow.Embeddings.Tests.Onnx;

public sealed class OnnxEmbedderTests
{
    [Fact]
    public async Task MiniLM_gives_the_tokens_and_vectors_that_are_expected()
    {
        var folder = SharedFiles.MiniLm();
        using var embedder = OnnxEmbedder.Open(folder);
        var expected = File.ReadLines(Path.Combine(folder, "expected.jsonl")).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Assert.All(expected, one => Assert.Equal(one.GetProperty("tokens").EnumerateArray().Select(id => id.GetInt32()), embedder.Tokenize(one.GetProperty("text").GetString()!)));

        var vectors = await embedder.GenerateAsync(expected.Select(one => one.GetProperty("text").GetString()!), cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(expected.Zip(vectors), pair =>
        {
            float[] truth = [.. pair.First.GetProperty("embedding").EnumerateArray().Select(value => value.GetSingle())];
            Assert.InRange(TensorPrimitives.CosineSimilarity(truth, pair.Second.Vector.Span), 0.99f, 1.001f);
        });
    }

    [Fact]
    public async Task Neither_order_nor_batch_changes_which_vector_is_whose()
    {
        using var embedder = OnnxEmbedder.Open(SharedFiles.MiniLm(), batch: new BatchChoice(2));
        string[] texts = ["graphs", "speech recognition without any labels, at scale", "", "graphs", "proteins fold"];
        var together = await embedder.GenerateAsync(texts, cancellationToken: TestContext.Current.CancellationToken);
        for (var i = 0; i < texts.Length; i++)
        {
            var alone = await embedder.GenerateAsync([texts[i]], cancellationToken: TestContext.Current.CancellationToken);
            // The int8 model scales each batch by its own largest value: near, not equal.
            Assert.InRange(TensorPrimitives.CosineSimilarity(alone[0].Vector.Span, together[i].Vector.Span), 0.98f, 1.001f);
        }
    }

    [Fact]
    public void The_model_says_its_name_version_and_dimensions()
    {
        using var embedder = OnnxEmbedder.Open(SharedFiles.MiniLm());
        var metadata = (EmbeddingGeneratorMetadata)embedder.GetService(typeof(EmbeddingGeneratorMetadata))!;
        Assert.Equal(384, metadata.DefaultModelDimensions);
        Assert.Matches("^all-MiniLM-L6-v2@[0-9a-f]{12}$", metadata.DefaultModelId!);
    }

    [Fact]
    public async Task The_batch_is_found_while_papers_are_embedded_and_remembered()
    {
        using var folder = new OwnFolder();
        var choice = new BatchChoice(Memory: new BatchMemory(folder.At("batch-sizes.json")));
        string[] texts = [.. Enumerable.Range(0, 32).Select(i => string.Join(' ', Enumerable.Range(0, 40 + i).Select(k => $"graph {k * i}")))];
        BatchFinder Of(OnnxEmbedder embedder) => (BatchFinder)embedder.GetService(typeof(BatchFinder))!;
        int found;
        using (var embedder = OnnxEmbedder.Open(SharedFiles.MiniLm(), batch: choice))
        {
            Assert.Contains("not found yet", Of(embedder).Why, StringComparison.Ordinal);
            await embedder.GenerateAsync(["a question"], EmbeddingRole.ForQueries(), TestContext.Current.CancellationToken);
            for (var round = 0; round < 40 && !Of(embedder).IsFound; round++)
            {
                var together = await embedder.GenerateAsync(texts, cancellationToken: TestContext.Current.CancellationToken);
                Assert.All(together, vector => Assert.InRange(TensorPrimitives.Norm(vector.Vector.Span), 0.999f, 1.001f));
            }

            Assert.True(Of(embedder).IsFound);
            found = Of(embedder).Batch;
            Assert.InRange(found, 4, 32);
            Assert.Contains("texts of 256 tokens a second", Of(embedder).Why, StringComparison.Ordinal);
        }

        using var again = OnnxEmbedder.Open(SharedFiles.MiniLm(), batch: choice);
        Assert.Equal(found, Of(again).Batch);
        Assert.True(Of(again).IsFound);
    }

    [Fact]
    public async Task Questions_get_the_prefix_of_questions()
    {
        using var folder = new OwnFolder();
        foreach (var file in (string[])["model-int8.onnx", "vocab.txt"]) File.CreateSymbolicLink(folder.At(file), Path.Combine(SharedFiles.MiniLm(), file));
        folder.Write(OnnxManifestFile.FileName, """{"queryPrefix": "query: ", "documentPrefix": "passage: "}""");
        using var prefixed = OnnxEmbedder.Open(folder.Root);
        using var plain = OnnxEmbedder.Open(SharedFiles.MiniLm());
        var cancel = TestContext.Current.CancellationToken;
        var question = await prefixed.GenerateAsync(["graphs"], EmbeddingRole.ForQueries(), cancel);
        var document = await prefixed.GenerateAsync(["graphs"], cancellationToken: cancel);
        var expected = await plain.GenerateAsync(["query: graphs", "passage: graphs"], cancellationToken: cancel);
        Assert.InRange(TensorPrimitives.CosineSimilarity(question[0].Vector.Span, expected[0].Vector.Span), 0.98f, 1.001f);
        Assert.InRange(TensorPrimitives.CosineSimilarity(document[0].Vector.Span, expected[1].Vector.Span), 0.98f, 1.001f);
        Assert.NotEqual(plain.ModelName.Split('@')[1], prefixed.ModelName.Split('@')[1]);
    }

    [Fact]
    public async Task Another_number_of_dimensions_is_refused()
    {
        using var embedder = OnnxEmbedder.Open(SharedFiles.MiniLm());
        await Assert.ThrowsAsync<ArgumentException>(() => embedder.GenerateAsync(["x"], new EmbeddingGenerationOptions { Dimensions = 100 }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused_by_name()
    {
        using var folder = new OwnFolder();
        var model = folder.Write("model.onnx", "not a model");
        folder.Write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\n");
        Assert.Contains(model, Assert.Throws<ModelFileException>(() => OnnxEmbedder.Open(folder.Root)).Message, StringComparison.Ordinal);
    }
}
