using Microsoft.Extensions.Time.Testing;
using Winnow.Embeddings.Remote;
using Xunit;

namespace Winnow.Embeddings.Tests.Remote;

public sealed class RemoteBudgetTests : IDisposable
{
    private readonly FickleEndpoint _endpoint = new();
    private readonly OwnFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 22, 0, 0, TimeSpan.Zero));

    public void Dispose()
    {
        _endpoint.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("2000000tokens/month", 2_000_000, true, true)]
    [InlineData("500 texts / day", 500, false, false)]
    [InlineData("1 text/day", 1, false, false)]
    public void A_budget_is_read_as_people_write_it(string written, long most, bool tokens, bool monthly)
    {
        Assert.True(RemoteBudget.TryParse(written, out var budget));
        Assert.Equal(new RemoteBudget(most, tokens, monthly), budget);
        Assert.True(RemoteBudget.TryParse(budget.ToString(), out var again));
        Assert.Equal(budget, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0tokens/day")]
    [InlineData("-5texts/day")]
    [InlineData("5 euros/day")]
    [InlineData("5texts/year")]
    [InlineData("99999999999999999999texts/day")]
    public void What_is_no_budget_is_none(string written) => Assert.False(RemoteBudget.TryParse(written, out _));

    [Fact]
    public async Task A_spent_budget_says_when_it_starts_anew_and_holds_after_a_restart()
    {
        var manifest = Manifest(new RemoteBudget(20, InTokens: false, Monthly: false));
        using (var embedder = Open(manifest))
        {
            await embedder.GenerateAsync(Texts(18), cancellationToken: Cancel);
            Assert.Equal(18, embedder.Used);
        }

        using (var embedder = Open(manifest))
        {
            var spent = await Assert.ThrowsAsync<RemoteModelException>(() => embedder.GenerateAsync(Texts(2), cancellationToken: Cancel));
            Assert.Equal(
                "The budget of the model fickle, 20 texts a day, is spent (18 used, a twentieth is kept for questions); it starts anew on 2026-11-26 00:00 UTC. Raise \"budget\" in its winnow-model.json to go on sooner.",
                spent.Message);
            await embedder.GenerateAsync(["a question"], EmbeddingRole.ForQueries(), Cancel);
            _clock.Advance(TimeSpan.FromHours(3));
            await embedder.GenerateAsync(Texts(2), cancellationToken: Cancel);
            Assert.Equal(2, embedder.Used);
        }

        Assert.Equal([16, 2, 1, 2], _endpoint.Requests.Select(request => request.Texts.Count));
    }

    [Fact]
    public async Task Tokens_are_counted_as_the_server_counts_them()
    {
        _endpoint.ThenBody(texts => FickleEndpoint.Answer(texts.Select((text, i) => (i, FickleEndpoint.VectorOf(text))), tokens: 1234));
        using var embedder = Open(Manifest(new RemoteBudget(1_000_000, InTokens: true, Monthly: true)));
        await embedder.GenerateAsync(Texts(5), cancellationToken: Cancel);
        Assert.Equal(1234, embedder.Used);
    }

    [Fact]
    public async Task Two_processes_together_do_not_exceed_it()
    {
        var manifest = Manifest(new RemoteBudget(100, InTokens: false, Monthly: true));
        using var one = Open(manifest, TimeProvider.System);
        using var other = Open(manifest, TimeProvider.System);
        await Task.WhenAll(new[] { one, other, one, other }.Select(async embedder =>
        {
            try
            {
                for (var i = 0; i < 40; i++) await embedder.GenerateAsync(Texts(1), cancellationToken: Cancel);
            }
            catch (RemoteModelException)
            {
                // Spent, as it is to be.
            }
        }));
        Assert.Equal(95, _endpoint.Requests.Sum(request => request.Texts.Count));
    }

    [Fact]
    public async Task An_hour_of_Retry_After_is_kept_by_everybody_and_after_a_restart()
    {
        _endpoint.ThenStatus(429, retryAfter: "3600");
        using (var embedder = Open(Manifest(null))) await Assert.ThrowsAsync<RemoteModelException>(() => embedder.GenerateAsync(["a"], cancellationToken: Cancel));
        using var restarted = Open(Manifest(null));
        _clock.Advance(TimeSpan.FromMinutes(59));
        var early = await Assert.ThrowsAsync<RemoteModelException>(() => restarted.GenerateAsync(["a"], cancellationToken: Cancel));
        Assert.Contains("left alone until 2026-11-25 23:00 UTC", early.Message, StringComparison.Ordinal);
        Assert.Single(_endpoint.Requests);
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Single(await restarted.GenerateAsync(["a"], cancellationToken: Cancel));
    }

    [Fact]
    public async Task A_ledger_that_was_half_written_is_begun_anew()
    {
        _folder.Write("endpoint-use.json", "{\"period\": \"2026-");
        using var embedder = Open(Manifest(new RemoteBudget(20, InTokens: false, Monthly: false)));
        await embedder.GenerateAsync(Texts(3), cancellationToken: Cancel);
        Assert.Equal(3, embedder.Used);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IEnumerable<string> Texts(int count) => Enumerable.Range(0, count).Select(i => $"text {i}");

    private RemoteManifest Manifest(RemoteBudget? budget) => new() { Name = "fickle", Endpoint = _endpoint.Address, Model = "m", Dimensions = FickleEndpoint.Dimensions, Budget = budget };

    private RemoteEmbedder Open(RemoteManifest manifest, TimeProvider? clock = null) => RemoteEmbedder.Open(manifest, _folder.Root, clock ?? _clock, TimeSpan.FromMilliseconds(5));
}
