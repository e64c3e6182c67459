using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Winnow.Replay;
using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;
using Xunit;

namespace Winnow.Storage.Tests.Syncing;

public sealed class OpenReviewVenueTests
{
    private const string Venue = "ICLR.cc/2026/Conference";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("ICLR 2026", Venue)]
    [InlineData("iclr2026", Venue)]
    [InlineData("NeurIPS 2025", "NeurIPS.cc/2025/Conference")]
    [InlineData("TMLR", "TMLR")]
    [InlineData(" ICML.cc/2026/Workshop/AI4Science/ ", "ICML.cc/2026/Workshop/AI4Science")]
    public async Task A_venue_is_known_by_the_name_that_people_use(string typed, string venue)
    {
        await using var world = new SyncWorld(Answer, _clock);
        Assert.Equal(venue, world.Kinds.Get("openreview").Check(typed));
    }

    [Theory]
    [InlineData("ICLR", "Which year of ICLR?")]
    [InlineData("a conference", "is no venue of OpenReview")]
    [InlineData("ICLR.cc/../notes?x", "is no venue of OpenReview")]
    public async Task What_is_no_venue_is_said_before_anything_is_asked(string typed, string complaint)
    {
        await using var world = new SyncWorld(Answer, _clock);
        Assert.Contains(complaint, Assert.Throws<SourceException>(() => world.Kinds.Get("openreview").Check(typed)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_five_lists_are_read_page_by_page_and_the_suffix_is_the_decision()
    {
        await using var world = new SyncWorld(Answer, _clock);

        var result = await world.RunAsync(await world.AddAsync("openreview", Venue));

        Assert.Equal((SyncRunState.Finished, 2300L), (result.State, result.Counts.New));
        var papers = await world.Library.GetByVenueAsync("ICLR", 2026, 0, 3000, SyncWorld.Cancel);
        Assert.Equal(2300, papers.Total);
        Assert.Equal(100, papers.Papers.Count(paper => paper.Status == "Reject"));
        Assert.Equal(100, papers.Papers.Count(paper => paper.Withdrawn));
        Assert.Equal(["0", "1000"], world.Server.Requests.Where(request => request["content.venueid"] == Venue).Select(request => request["offset"]));
    }

    [Fact]
    public async Task A_challenge_page_is_recognised_and_says_what_to_do()
    {
        const string Challenge = """{"name":"ChallengeRequiredError","message":"Challenge verification required","status":403}""";
        await using var world = new SyncWorld(_ => ReplayAnswer.Text(Challenge, "application/json") with { Status = 403 }, _clock);
        var source = await world.AddAsync("openreview", Venue);

        var result = await world.RunAsync(source);

        Assert.Equal(SyncRunState.Failed, result.State);
        Assert.StartsWith("OpenReview wants to see that a person is asking (\"challenge verification required\"), which Winnow cannot show: open http", result.Message, StringComparison.Ordinal);
        Assert.EndsWith("save the page, and import the file with `winnow import FILE`.", result.Message, StringComparison.Ordinal);
        Assert.Single(world.Server.Requests);
        Assert.Equal(TimeSpan.FromDays(1), result.NextRun - _clock.GetUtcNow());
    }

    [Fact]
    public async Task A_page_that_breaks_off_keeps_what_it_held_and_asks_for_the_rest()
    {
        var cut = true;
        await using var world = new SyncWorld(
            request =>
            {
                var whole = Answer(request);
                var isCut = cut && request["content.venueid"] == Venue;
                cut &= !isCut;
                return isCut ? whole with { Body = whole.Body[..(whole.Body.Length / 2)] } : whole;
            },
            _clock);

        var result = await world.RunAsync(await world.AddAsync("openreview", Venue));

        Assert.Equal(SyncRunState.Finished, result.State);
        Assert.Equal(2300, (await world.Library.CountAsync(SyncWorld.Cancel)).Papers);
    }

    [Fact]
    public async Task A_killed_run_goes_on_within_the_list_and_doubles_nothing()
    {
        var answers = 0;
        await using var world = new SyncWorld(request => ++answers % 2 == 0 ? ReplayAnswer.Failure(503, "3600") : Answer(request), _clock);
        var source = await world.AddAsync("openreview", Venue);
        SyncResult result;
        var runs = 0;
        do
        {
            // Each run meets the call for patience; the moment passes for the server's turn, which reads the real clock, by forgetting it.
            result = await world.RunAsync(source);
            Directory.GetFiles(world.Folder, "*127.0.0.1*", SearchOption.AllDirectories).ToList().ForEach(File.Delete);
        }
        while (result.State == SyncRunState.Waiting && ++runs < 20);

        Assert.Equal(SyncRunState.Finished, result.State);
        Assert.Equal(2300, (await world.Library.CountAsync(SyncWorld.Cancel)).Records);
        Assert.True(runs > 2, "The runs were not stopped.");
    }

    private static ReplayAnswer Answer(ReplayRequest request)
    {
        var list = request["content.venueid"]![Venue.Length..];
        var total = list switch { "" => 1900, "/Submission" => 100, "/Rejected_Submission" => 100, "/Withdrawn_Submission" => 100, _ => 100 };
        var offset = int.Parse(request["offset"]!, CultureInfo.InvariantCulture);
        var count = Math.Clamp(total - offset, 0, int.Parse(request["limit"]!, CultureInfo.InvariantCulture));
        var notes = Enumerable.Range(offset, count).Select(number => Note(list, number));
        return ReplayAnswer.Text($"{{\"notes\":[{string.Join(',', notes)}],\"count\":{total}}}", "application/json");
    }

    private static string Note(string list, int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"Note{"abcdefghijklmnopqrstuvwxyz"[list.Length]}{number:00000}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $$$$"""{"id":"{{{{id}}}}","forum":"{{{{id}}}}","cdate":1758000000000,"content":{"title":{"value":"Invented submission {{{{id}}}} on weather"},"authors":{"value":["Ada Bee{{{{number}}}}"]},"abstract":{"value":"Text."},"venueid":{"value":"{{{{Venue}}}}{{{{list}}}}"},"keywords":{"value":["weather"]},"TLDR":{"value":"Short."}}}""");
    }
}
