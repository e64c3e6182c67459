using Microsoft.Extensions.Time.Testing;
using Winnow.Search;
using Winnow.Search.Meaning;
using Xunit;

namespace Winnow.Tests.Search.Meaning;

/// <summary>A chosen model may be an endpoint that goes away, or slow; nobody who searches is to notice more than a note.</summary>
public sealed class FailingModelTests : IDisposable
{
    private readonly SynonymGenerator _chosen = new("chosen/1");
    private readonly SynonymGenerator _shipped = new("shipped/1");
    private readonly SearchFixture _fixture = new(SomePapers.Random(300, seed: 21));

    public void Dispose()
    {
        _fixture.Dispose();
        _chosen.Dispose();
        _shipped.Dispose();
    }

    [Fact]
    public async Task When_a_model_fails_the_next_one_ranks_and_then_words_alone()
    {
        await _fixture.CatchUpAsync();
        using var meaning = Meaning();
        foreach (var vectors in meaning.All)
        {
            await new PaperEmbedder(_fixture.Library, vectors, TimeProvider.System).CatchUpAsync(null, Cancel);
        }

        var search = new PaperSearch(_fixture.Library, _fixture.Index, TimeProvider.System, meaning);
        Assert.Empty((await AskAsync(search)).Notes);

        _chosen.Before = () => throw new IOException("its server is gone");
        var byNext = await AskAsync(search);
        Assert.Equal(["The model chosen/1 failed: its server is gone. Another model answers meanwhile."], byNext.Notes);
        Assert.Contains("shipped/1", Words(byNext.Hits[0].Why!), StringComparison.Ordinal);

        _shipped.Before = () => throw new InvalidOperationException("no memory");
        var byWords = await AskAsync(search);
        Assert.Equal(2, byWords.Notes.Count);
        Assert.NotEmpty(byWords.Hits);
    }

    [Fact]
    public async Task Following_goes_on_after_a_failure_and_says_why_it_stood_still()
    {
        var clock = new FakeTimeProvider();
        using var meaning = new PaperMeaning(_fixture.Library, Path.Combine(_fixture.Folder, "vectors"), [new EmbeddingModel(_chosen), new EmbeddingModel(_shipped)], clock);
        var failures = 2;
        _chosen.Before = () =>
        {
            if (failures-- > 0)
            {
                throw new IOException("its budget is spent");
            }
        };
        var status = new EmbeddingStatus(clock);
        var troubles = new List<string>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var following = meaning.FollowAsync(TimeSpan.FromMilliseconds(250), new Reports(status, troubles), stop.Token);
        var started = TimeProvider.System.GetTimestamp();
        while (meaning.All.Any(vectors => vectors.Papers < 300) || status.Trouble is not null)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromMinutes(2), "It did not go on.");
            await Task.Delay(5, Cancel);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.All(troubles, trouble => Assert.Equal("The model chosen/1 failed: its budget is spent.", trouble));
        Assert.Equal(2, troubles.Count);
        Assert.Null(status.Trouble);
        await stop.CancelAsync();
        await following;
    }

    [Fact]
    public async Task A_slow_model_is_given_few_papers_at_a_time_and_a_fast_one_many()
    {
        var clock = new FakeTimeProvider();
        var sizes = new List<int>();
        var before = 0;
        _chosen.Before = () =>
        {
            sizes.Add(_chosen.Embedded - before);
            before = _chosen.Embedded;
            clock.Advance(TimeSpan.FromSeconds(10));
        };
        using var slow = PaperVectors.Open(Path.Combine(_fixture.Folder, "vectors"), new EmbeddingModel(_chosen), clock);
        await new PaperEmbedder(_fixture.Library, slow, clock).CatchUpAsync(null, Cancel);
        Assert.Equal([32, 16, 8, 8], sizes.Skip(1).Take(4));

        var calls = 0;
        _shipped.Before = () => calls++;
        using var fast = PaperVectors.Open(Path.Combine(_fixture.Folder, "vectors"), new EmbeddingModel(_shipped), clock);
        await new PaperEmbedder(_fixture.Library, fast, clock).CatchUpAsync(null, Cancel);
        Assert.Equal(4, calls);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PaperMeaning Meaning() =>
        new(_fixture.Library, Path.Combine(_fixture.Folder, "vectors"), [new EmbeddingModel(_chosen), new EmbeddingModel(_shipped)], TimeProvider.System);

    private static Task<SearchResponse> AskAsync(PaperSearch search) =>
        search.SearchAsync(new SearchRequest { Text = "neural attention", Limit = 20, WithExplanation = true }, Cancel);

    private static string Words(ScoreExplanation why) => why.Description + string.Concat(why.Parts.Select(Words));

    private sealed class Reports(EmbeddingStatus status, List<string> troubles) : IProgress<EmbeddingProgress>
    {
        public void Report(EmbeddingProgress value)
        {
            status.Report(value);
            if (value.Trouble is { } trouble)
            {
                troubles.Add(trouble);
            }
        }
    }
}
