using Microsoft.Extensions.Time.Testing;
using Winnow.Papers;
using Winnow.Replay;
using Winnow.Sources.Syncing;
using Xunit;

namespace Winnow.Storage.Tests.Syncing;

/// <summary>The publishers' own answers, as they were recorded, through the whole way from a server into a library.</summary>
public sealed class RecordedAnswersTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 8, 21, 18, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => SyncWorld.Cancel;

    [Fact]
    public async Task A_day_of_Hugging_Face()
    {
        var day = Recorded("hf-daily/2026-08-21.json");
        await using var world = new SyncWorld(request => request["date"] == "2026-08-21" ? day : ReplayAnswer.Text("[]", "application/json"), _clock);

        var result = await world.RunAsync(await world.AddAsync("huggingface", "daily", new DateOnly(2026, 8, 20)));

        Assert.Equal((SyncRunState.Finished, 0L), (result.State, result.Counts.Rejected));
        Assert.True(result.Counts.New > 10);
        Assert.All((await world.Library.GetNewestAsync(0, 100, Cancel)).Papers, paper => Assert.NotNull(paper.Abstract));
    }

    [Fact]
    public async Task A_venue_of_OpenReview()
    {
        var notes = Recorded("openreview/iclr2020-notes-v1.json");
        await using var world = new SyncWorld(
            request => request["content.venueid"] == "ICLR.cc/2020/Conference" && request["offset"] == "0" ? notes : ReplayAnswer.Text("""{"notes":[],"count":0}""", "application/json"), _clock);

        var result = await world.RunAsync(await world.AddAsync("openreview", "ICLR.cc/2020/Conference"));

        Assert.Equal((SyncRunState.Finished, 0L), (result.State, result.Counts.Rejected));
        Assert.Equal("ICLR", Assert.Single(await world.Library.GetVenuesAsync(Cancel)).Venue);
    }

    [Fact]
    public async Task A_collection_of_the_ACL_Anthology()
    {
        var collection = Recorded("acl-anthology/2025.bea.xml");
        await using var world = new SyncWorld(request => request.Path == "/acl/2025.bea.xml" ? collection : ReplayAnswer.Failure(404), _clock);

        var result = await world.RunAsync(await world.AddAsync("acl", "2025.bea"));

        Assert.Equal((SyncRunState.Finished, 0L), (result.State, result.Counts.Rejected));
        Assert.True(result.Counts.New > 20);
    }

    [Theory]
    [InlineData("arxiv-feed/cs.AI-2025-08-20.atom.xml")]
    [InlineData("hf-daily/feed.xml")]
    public async Task A_feed(string file)
    {
        var feed = Recorded(file);
        await using var world = new SyncWorld(_ => feed, _clock, privateNetworks: true);
        var source = await world.AddAsync("feed", new Uri(world.Server.Address, "feed.xml").AbsoluteUri);

        var first = await world.RunAsync(source);
        Assert.Equal((SyncRunState.Finished, 0L), (first.State, first.Counts.Rejected));
        Assert.True(first.Counts.New > 0);
        var position = await world.Library.GetPositionAsync(Cancel);
        // Without validators it is sent again, and found unchanged.
        Assert.Equal(first.Counts.Read, (await world.RunAsync(source)).Counts.Unchanged);
        Assert.Equal(position, await world.Library.GetPositionAsync(Cancel));
    }

    [Fact]
    public async Task Works_of_OpenAlex_and_papers_of_Semantic_Scholar()
    {
        var work = System.Text.Encoding.UTF8.GetString(Recorded("openalex/journal_article-0.json").Body.Span).Trim();
        await using var world = new SyncWorld(
            request => ReplayAnswer.Text(request.Path.StartsWith("/openalex", StringComparison.Ordinal) ? $"{{\"results\":[{work}]}}" : """[null]""", "application/json"),
            _clock, new Dictionary<string, string> { ["openalex"] = "key" });
        var format = Winnow.Sources.KnownFormats.All.Find("winnow")!;
        var line = """{"id":"1","title":"A paper with a DOI","doi":"10.1000/1"}"""u8.ToArray();
        await using (var import = await world.Library.BeginImportAsync("one", Cancel))
        {
            await import.ApplyAsync([new IncomingRecord(new SourceRecord { Source = "test", Key = "1", Format = "winnow", Raw = line, Fields = format.Parse(line) })], 0, Cancel);
            await import.FinishAsync(null, Cancel);
        }

        var works = await world.RunAsync(await world.AddAsync("openalex", "library"));
        var papers = await world.RunAsync(await world.AddAsync("semanticscholar", "library"));

        Assert.Equal((SyncRunState.Finished, 1L, 0L), (works.State, works.Counts.New + works.Counts.Merged, works.Counts.Rejected));
        Assert.Equal((SyncRunState.Finished, 0L), (papers.State, papers.Counts.Read));
    }

    private static ReplayAnswer Recorded(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "..", "shared", "data", "raw", file);
            if (File.Exists(Path.Combine(folder.FullName, "Winnow.slnx")) && File.Exists(path))
                return new ReplayAnswer { Body = File.ReadAllBytes(path) };
        }

        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "The data pack ../shared/data is missing, and CI needs it.");
        Assert.Skip("The data pack ../shared/data is not there.");
        return new ReplayAnswer();
    }
}
