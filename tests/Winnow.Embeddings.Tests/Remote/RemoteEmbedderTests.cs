using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Winnow.Clocks;
using Winnow.Embeddings.Batching;
using Winnow.Embeddings.Remote;
using Xunit;

namespace Winnow.Embeddings.Tests.Remote;

public sealed class RemoteEmbedderTests : IDisposable
{
    private readonly FickleEndpoint _endpoint = new();
    private readonly OwnFolder _folder = new();

    public void Dispose()
    {
        _endpoint.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Texts_come_back_in_order_and_in_batches()
    {
        using var embedder = Open(Manifest() with { Batch = 3, DocumentPrefix = "passage: ", QueryPrefix = "query: " }, clock: new FakeTimeProvider());
        string[] texts = [.. Enumerable.Range(0, 8).Select(i => $"text {i}")];
        var vectors = await embedder.GenerateAsync(texts, cancellationToken: Cancel);
        Assert.Equal(texts.Select(text => FickleEndpoint.VectorOf("passage: " + text)), vectors.Select(vector => vector.Vector.ToArray()));
        Assert.Equal([3, 3, 2], _endpoint.Requests.Select(request => request.Texts.Count));
        await embedder.GenerateAsync(["text"], EmbeddingRole.ForQueries(), Cancel);
        Assert.Equal("query: text", _endpoint.Requests.Last().Texts.Single());
        Assert.Matches("^fickle@[0-9a-f]{12}$", embedder.ModelName);
    }

    [Fact]
    public async Task A_question_asked_again_asks_nobody()
    {
        using var embedder = Open(Manifest(), clock: new FakeTimeProvider());
        for (var i = 0; i < 3; i++) await embedder.GenerateAsync(["the same"], EmbeddingRole.ForQueries(), Cancel);
        Assert.Single(_endpoint.Requests);
    }

    [Fact]
    public async Task Vectors_that_come_out_of_order_go_to_their_texts()
    {
        _endpoint.ThenBody(texts => FickleEndpoint.Answer(texts.Select((text, i) => (i, FickleEndpoint.VectorOf(text))).Reverse()));
        using var embedder = Open(Manifest());
        var vectors = await embedder.GenerateAsync(["a", "bb", "ccc"], cancellationToken: Cancel);
        Assert.Equal(FickleEndpoint.VectorOf("ccc"), vectors[2].Vector.ToArray());
    }

    [Fact]
    public async Task Vectors_may_come_packed()
    {
        _endpoint.ThenBody(texts => $$"""{"data": [{"index": 0, "embedding": "{{Convert.ToBase64String([.. FickleEndpoint.VectorOf(texts[0]).SelectMany(BitConverter.GetBytes)])}}"}]}""");
        using var embedder = Open(Manifest());
        Assert.Equal(FickleEndpoint.VectorOf("packed"), (await embedder.GenerateAsync(["packed"], cancellationToken: Cancel))[0].Vector.ToArray());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    public async Task A_server_in_trouble_is_asked_again(int status)
    {
        _endpoint.ThenStatus(status).ThenStatus(status);
        using var embedder = Open(Manifest());
        Assert.Single(await embedder.GenerateAsync(["a"], cancellationToken: Cancel));
        Assert.Equal(3, _endpoint.Requests.Count);
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_asked_again()
    {
        _endpoint.Then((context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        _endpoint.Then(async (context, _) =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync("{\"data\": ["u8.ToArray());
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var embedder = Open(Manifest());
        Assert.Single(await embedder.GenerateAsync(["a"], cancellationToken: Cancel));
        Assert.Equal(3, _endpoint.Requests.Count);
    }

    [Fact]
    public async Task Trouble_that_stays_ends_after_five_tries_with_a_sentence()
    {
        for (var i = 0; i < 9; i++) _endpoint.ThenStatus(500, """{"error": {"message": "out of memory"}}""");
        using var embedder = Open(Manifest());
        var refused = await Assert.ThrowsAsync<RemoteModelException>(() => embedder.GenerateAsync(["a"], cancellationToken: Cancel));
        Assert.Equal($"{_endpoint.Address}/embeddings answers 500. It says: out of memory", refused.Message);
        Assert.Equal(5, _endpoint.Requests.Count);
    }

    [Fact]
    public async Task Nobody_asks_before_Retry_After_is_over()
    {
        _endpoint.ThenStatus(429, retryAfter: "1");
        using var embedder = Open(Manifest());
        await embedder.GenerateAsync(["a"], cancellationToken: Cancel);
        var times = _endpoint.Requests.Select(request => request.At).ToList();
        Assert.True(TimeProvider.System.GetElapsedTime(times[0], times[1]) >= TimeSpan.FromSeconds(0.99));
    }

    [Theory]
    [InlineData(401, "refuses the key (401)")]
    [InlineData(404, "no model m")]
    [InlineData(302, "sends elsewhere (302)")]
    public async Task What_another_try_cannot_change_is_said_at_once(int status, string says)
    {
        _endpoint.ThenStatus(status);
        using var embedder = Open(Manifest());
        var refused = await Assert.ThrowsAsync<RemoteModelException>(() => embedder.GenerateAsync(["a"], cancellationToken: Cancel));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Single(_endpoint.Requests);
    }

    [Fact]
    public async Task A_batch_that_is_too_large_is_split_and_stays_small()
    {
        _endpoint.MostTexts = 3;
        using var embedder = Open(Manifest() with { Batch = 16 });
        string[] texts = [.. Enumerable.Range(0, 20).Select(i => $"text {i}")];
        var vectors = await embedder.GenerateAsync(texts, cancellationToken: Cancel);
        Assert.Equal(texts.Select(FickleEndpoint.VectorOf), vectors.Select(vector => vector.Vector.ToArray()));
        Assert.Equal(2, BatchOf(embedder).Batch);
        Assert.Equal([16, 8, 4, 2], _endpoint.Requests.Take(4).Select(request => request.Texts.Count));
    }

    [Fact]
    public async Task Requests_grow_while_that_is_faster_and_what_was_found_is_remembered()
    {
        // Some time for the request and a fraction of a millisecond for each text: the more, the faster, up to where the server says no.
        var clock = new FakeTimeProvider();
        _endpoint.Working = texts => clock.Advance(TimeSpan.FromMilliseconds(60 + (0.1 * texts)));
        _endpoint.MostTexts = 100;
        var choice = new BatchChoice(Memory: new BatchMemory(_folder.At("batch-sizes.json")));
        string[] texts = [.. Enumerable.Range(0, 256).Select(i => $"a text of about so many letters, number {i}")];
        using (var embedder = Open(Manifest(), choice, clock))
        {
            for (var call = 0; call < 20 && !BatchOf(embedder).IsFound; call++)
            {
                var vectors = await embedder.GenerateAsync(texts, cancellationToken: Cancel);
                Assert.Equal(texts.Select(FickleEndpoint.VectorOf), vectors.Select(vector => vector.Vector.ToArray()));
            }

            Assert.Equal(64, BatchOf(embedder).Batch);
            Assert.Contains(" are too many", BatchOf(embedder).Why, StringComparison.Ordinal);
        }

        Assert.Equal([16, 64], _endpoint.Requests.Take(2).Select(request => request.Texts.Count));
        using var again = Open(Manifest(), choice, clock);
        Assert.Equal(64, BatchOf(again).Batch);
        using var elsewhere = Open(Manifest() with { Model = "another" }, choice, clock);
        Assert.False(BatchOf(elsewhere).IsFound);
    }

    [Fact]
    public async Task One_text_that_is_too_long_makes_no_batch_smaller()
    {
        _endpoint.MostLetters = 300;
        using var embedder = Open(Manifest(), new BatchChoice(16));
        string[] texts = [.. Enumerable.Range(0, 40).Select(i => i == 5 ? new string('x', 500) : $"text {i}")];
        await embedder.GenerateAsync(texts, cancellationToken: Cancel);
        Assert.Equal(16, BatchOf(embedder).Batch);
        Assert.Equal(8, _endpoint.Requests.Last().Texts.Count);
    }

    [Fact]
    public async Task A_number_that_somebody_set_holds_up_to_the_models_own()
    {
        using var embedder = Open(Manifest() with { Batch = 12 }, new BatchChoice(100));
        await embedder.GenerateAsync(Enumerable.Range(0, 30).Select(i => $"text {i}"), cancellationToken: Cancel);
        Assert.Equal([12, 12, 6], _endpoint.Requests.Select(request => request.Texts.Count));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_cut_and_the_others_are_not()
    {
        _endpoint.MostLetters = 300;
        using var embedder = Open(Manifest());
        var vectors = await embedder.GenerateAsync(["short", new string('x', 1000), "shorter"], cancellationToken: Cancel);
        Assert.Equal([FickleEndpoint.VectorOf("short"), FickleEndpoint.VectorOf(new string('x', 250)), FickleEndpoint.VectorOf("shorter")], vectors.Select(vector => vector.Vector.ToArray()));
    }

    [Fact]
    public async Task A_text_that_is_never_accepted_is_given_up_with_the_reason()
    {
        for (var i = 0; i < 30; i++) _endpoint.ThenStatus(400, """{"error": "this model does not support embeddings"}""");
        using var embedder = Open(Manifest());
        var refused = await Assert.ThrowsAsync<RemoteModelException>(() => embedder.GenerateAsync([new string('x', 900), "b"], cancellationToken: Cancel));
        Assert.Contains("this model does not support embeddings", refused.Message, StringComparison.Ordinal);
        Assert.True(_endpoint.Requests.Count < 8, $"{_endpoint.Requests.Count} requests");
    }

    [Theory]
    [InlineData("""{"data": [{"index": 0, "embedding": [1, 2]}]}""", "vectors of 2 dimensions, and this model has 8")]
    [InlineData("""{"data": []}""", "0 vectors for 1 texts")]
    [InlineData("""{"data": [{"index": 7, "embedding": [1, 2, 3, 4, 5, 6, 7, 8]}]}""", "one for text 7 of 1")]
    [InlineData("""{"data": [{"index": 0, "embedding": ["NaN", 2, 3, 4, 5, 6, 7, 8]}]}""", "no finite numbers")]
    [InlineData("""{"data": [{"index": 0, "embedding": [null, 2, 3, 4, 5, 6, 7, 8]}]}""", "no finite numbers")]
    [InlineData("""{"data": [{"index": 0, "embedding": [1e39, 2, 3, 4, 5, 6, 7, 8]}]}""", "no finite numbers")]
    [InlineData("""{"data": [{"index": 0, "embedding": "AAAA"}]}""", "no list of numbers")]
    [InlineData("""{"object": "list"}""", "without a list of embeddings")]
    [InlineData("<html>It works!</html>", "not JSON")]
    public async Task A_wrong_answer_is_refused_by_name_and_not_asked_for_again(string answer, string says)
    {
        _endpoint.ThenBody(_ => answer);
        using var embedder = Open(Manifest());
        var wrong = await Assert.ThrowsAsync<RemoteModelException>(() => embedder.GenerateAsync(["a"], cancellationToken: Cancel));
        Assert.Contains(says, wrong.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{_endpoint.Address}/embeddings answered", wrong.Message, StringComparison.Ordinal);
        Assert.Single(_endpoint.Requests);
    }

    [Fact]
    public async Task A_question_waits_for_nobody_and_the_next_ones_fail_at_once()
    {
        var clock = new FakeTimeProvider();
        _endpoint.Then((context, _) => SilentFor(TimeSpan.FromSeconds(4), clock, context));
        using var embedder = Open(Manifest(), clock: clock);
        var late = await Assert.ThrowsAsync<RemoteModelException>(() => embedder.GenerateAsync(["one"], EmbeddingRole.ForQueries(), Cancel));
        Assert.Contains("no answer within 4 s", late.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RemoteModelException>(() => embedder.GenerateAsync(["another"], EmbeddingRole.ForQueries(), Cancel));
        Assert.Single(_endpoint.Requests);
    }

    [Fact]
    public async Task A_slow_server_is_given_up_and_asked_again()
    {
        var clock = new WatchedClock();
        _endpoint.Then((context, _) => SilentFor(TimeSpan.FromHours(1), clock, context));
        using var embedder = Open(Manifest() with { Timeout = TimeSpan.FromHours(1) }, clock: clock);
        var vectors = embedder.GenerateAsync(["a"], cancellationToken: Cancel);
        // What passes of the hour until the second try is answered is nothing to it.
        await clock.PassUntilAsync(vectors, TimeSpan.FromMilliseconds(5), Cancel);
        Assert.Single(await vectors);
        Assert.Equal(2, _endpoint.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        _endpoint.Dispose();
        using var embedder = Open(Manifest());
        var refused = await Assert.ThrowsAsync<RemoteModelException>(() => embedder.GenerateAsync(["a"], EmbeddingRole.ForQueries(), Cancel));
        Assert.Contains($"{_endpoint.Address}/embeddings does not answer", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_comes_from_its_file_each_time_and_never_into_a_message()
    {
        _folder.Write("key", "sk-first\n");
        using var embedder = Open(Manifest() with { KeyFile = "key" });
        await embedder.GenerateAsync(["a"], cancellationToken: Cancel);
        _folder.Write("key", "sk-second");
        _endpoint.ThenStatus(401, """{"error": {"message": "no"}}""");
        var refused = await Assert.ThrowsAsync<RemoteModelException>(() => embedder.GenerateAsync(["b"], cancellationToken: Cancel));
        Assert.Equal(["Bearer sk-first", "Bearer sk-second"], _endpoint.Requests.Select(request => request.Key));
        Assert.DoesNotContain("sk-", refused.ToString(), StringComparison.Ordinal);
        File.Delete(_folder.At("key"));
        Assert.Contains("cannot be read from", (await Assert.ThrowsAsync<RemoteModelException>(() => embedder.GenerateAsync(["c"], cancellationToken: Cancel))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dimensions_are_asked_for_only_when_told_to()
    {
        using (var embedder = Open(Manifest())) await embedder.GenerateAsync(["a"], cancellationToken: Cancel);
        using (var embedder = Open(Manifest() with { AskForDimensions = true })) await embedder.GenerateAsync(["a"], cancellationToken: Cancel);
        Assert.Equal([false, true], _endpoint.Requests.Select(request => request.Body.TryGetProperty("dimensions", out _)));
        Assert.Equal(FickleEndpoint.Dimensions, await RemoteEmbedder.MeasureAsync(Manifest(), _folder.Root, TimeProvider.System, Cancel));
    }

    [Fact]
    public void Moving_the_endpoint_keeps_the_vectors_and_another_prefix_does_not()
    {
        using var here = Open(Manifest());
        using var there = Open(Manifest() with { Endpoint = new Uri("https://example.org/v1"), Batch = 7 });
        using var otherwise = Open(Manifest() with { QueryPrefix = "q: " });
        Assert.Equal(here.ModelName, there.ModelName);
        Assert.NotEqual(here.ModelName, otherwise.ModelName);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Lets so much time pass on the client's clock, and waits until it has gone.</summary>
    private static async Task SilentFor(TimeSpan time, FakeTimeProvider clock, HttpContext context)
    {
        clock.Advance(time);
        await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private RemoteManifest Manifest() => new() { Name = "fickle", Endpoint = _endpoint.Address, Model = "m", Dimensions = FickleEndpoint.Dimensions };

    private RemoteEmbedder Open(RemoteManifest manifest, BatchChoice? batch = null, TimeProvider? clock = null) =>
        RemoteEmbedder.Open(manifest, _folder.Root, clock ?? TimeProvider.System, TimeSpan.FromMilliseconds(5), batch);

    private static BatchFinder BatchOf(RemoteEmbedder embedder) => (BatchFinder)embedder.GetService(typeof(BatchFinder))!;
}
