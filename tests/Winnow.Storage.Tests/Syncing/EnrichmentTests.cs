using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Winnow.Papers;
using Winnow.Replay;
using Winnow.Sources.Syncing;
using Xunit;

namespace Winnow.Storage.Tests.Syncing;

/// <summary>Sources that say more of the library's own papers.</summary>
public sealed class EnrichmentTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Papers_are_asked_for_in_batches_of_500_and_a_second_run_asks_for_what_is_new_alone()
    {
        await using var world = new SyncWorld(SemanticScholar, _clock, new Dictionary<string, string> { ["semanticscholar"] = "a key" });
        await FillAsync(world, 0, 1200);
        var source = await world.AddAsync("semanticscholar", "library");

        var first = await world.RunAsync(source);
        Assert.Equal((SyncRunState.Finished, 1080L, 0L), (first.State, first.Counts.Merged, first.Counts.Rejected));
        Assert.Equal([500, 500, 200], world.Server.Requests.Select(request => Ids(request).Length));
        Assert.All(world.Server.Requests, request => Assert.Equal("a key", request.Headers["x-api-key"]));
        Assert.Equal(1200, (await world.Library.CountAsync(SyncWorld.Cancel)).Papers);

        await FillAsync(world, 1200, 3);
        Assert.Equal(SyncRunState.Finished, (await world.RunAsync(source)).State);
        Assert.Equal(["ARXIV:2001.01200", "ARXIV:2001.01201", "ARXIV:2001.01202"], Ids(world.Server.Requests[^1]).Order());
        Assert.Equal(4, world.Server.Requests.Count);
    }

    [Fact]
    public async Task After_a_month_all_are_asked_for_again_because_citations_grow()
    {
        await using var world = new SyncWorld(SemanticScholar, _clock);
        await FillAsync(world, 0, 20);
        var source = await world.AddAsync("semanticscholar", "library");
        await world.RunAsync(source);
        _clock.Advance(TimeSpan.FromDays(31));

        var again = await world.RunAsync(source);

        Assert.Equal((SyncRunState.Finished, 18L), (again.State, again.Counts.Unchanged));
        Assert.DoesNotContain("x-api-key", world.Server.Requests[0].Headers.Keys);
    }

    [Fact]
    public async Task Patience_is_kept_when_it_is_asked_for_and_the_run_goes_on_there_later()
    {
        await using var world = new SyncWorld(request => Ids(request).Length == 500 ? SemanticScholar(request) : ReplayAnswer.Failure(429, "3600"), _clock);
        await FillAsync(world, 0, 700);
        var source = await world.AddAsync("semanticscholar", "library");

        var result = await world.RunAsync(source);

        Assert.Equal((SyncRunState.Waiting, 450L), (result.State, result.Counts.Merged));
        Assert.Equal(2, world.Server.Requests.Count);
        Assert.NotNull((await world.NowAsync(source))!.Cursor);
    }

    [Fact]
    public async Task A_library_of_which_it_knows_nothing_is_no_failure()
    {
        await using var world = new SyncWorld(_ => ReplayAnswer.Text("""{"error":"No valid paper ids given"}""", "application/json") with { Status = 400 }, _clock);
        await FillAsync(world, 0, 3);

        Assert.Equal(SyncRunState.Finished, (await world.RunAsync(await world.AddAsync("semanticscholar", "library"))).State);
    }

    [Fact]
    public async Task Without_its_key_OpenAlex_is_not_asked()
    {
        await using var world = new SyncWorld(OpenAlex, _clock);
        await FillAsync(world, 0, 3);

        var result = await world.RunAsync(await world.AddAsync("openalex", "library"));

        Assert.Equal("OpenAlex wants a key: get one at openalex.org and put it into the setting keys, as in openalex=KEY.", result.Message);
        Assert.Empty(world.Server.Requests);
    }

    [Fact]
    public async Task OpenAlex_is_asked_by_doi_fifty_at_a_time_and_its_key_shows_in_no_report()
    {
        await using var world = new SyncWorld(
            request => OpenAlex(request, request["filter"]!.Contains("01119", StringComparison.Ordinal) ? ",{\"id\":7}" : ""),
            _clock, new Dictionary<string, string> { ["openalex"] = "secret-key" });
        await FillAsync(world, 1000, 120);

        var result = await world.RunAsync(await world.AddAsync("openalex", "library"));

        Assert.Equal((SyncRunState.Finished, 120L, 1L), (result.State, result.Counts.Merged, result.Counts.Rejected));
        Assert.All(world.Server.Requests, request => Assert.Equal("secret-key", request["api_key"]));
        Assert.DoesNotContain("secret-key", Assert.Single(world.Rejected()), StringComparison.Ordinal);
    }

    private static async Task FillAsync(SyncWorld world, int first, int count)
    {
        await using var import = await world.Library.BeginImportAsync("papers", SyncWorld.Cancel);
        var records = Enumerable.Range(first, count).Select(number =>
        {
            var line = JsonSerializer.SerializeToUtf8Bytes(new { id = $"{number}", source = "test", title = Title(number), arxiv = string.Create(CultureInfo.InvariantCulture, $"2001.{number:00000}") });
            var format = Winnow.Sources.KnownFormats.All.Find("winnow")!;
            return new IncomingRecord(new SourceRecord { Source = "test", Key = $"{number}", Format = "winnow", Raw = line, Fields = format.Parse(line) });
        });
        await import.ApplyAsync([.. records], 0, SyncWorld.Cancel);
        await import.FinishAsync(null, SyncWorld.Cancel);
    }

    private static string Title(int number) => string.Create(CultureInfo.InvariantCulture, $"Invented paper number {number} about weather");

    private static string[] Ids(ReplayRequest request) => JsonSerializer.Deserialize<JsonElement>(request.Body).GetProperty("ids").Deserialize<string[]>()!;

    /// <summary>Knows nine in ten.</summary>
    private static ReplayAnswer SemanticScholar(ReplayRequest request)
    {
        var papers = Ids(request).Select(id =>
        {
            var number = int.Parse(id[^5..], CultureInfo.InvariantCulture);
            return number % 10 == 9 ? "null" : string.Create(
                CultureInfo.InvariantCulture,
                $$$"""{"paperId":"{{{number:x40}}}","externalIds":{"ArXiv":"{{{id[6..]}}}"},"title":"{{{Title(number)}}}","citationCount":{{{number}}},"tldr":{"model":"m","text":"Short."}}""");
        });
        return ReplayAnswer.Text($"[{string.Join(',', papers)}]", "application/json");
    }

    private static ReplayAnswer OpenAlex(ReplayRequest request) => OpenAlex(request, "");

    private static ReplayAnswer OpenAlex(ReplayRequest request, string more)
    {
        var works = request["filter"]!["doi:".Length..].Split('|').Select(doi =>
        {
            var number = int.Parse(doi[^5..], CultureInfo.InvariantCulture);
            return string.Create(CultureInfo.InvariantCulture, $$"""{"id":"https://openalex.org/W{{number}}","doi":"https://doi.org/{{doi}}","title":"{{Title(number)}}","authorships":[],"cited_by_count":3}""");
        });
        return ReplayAnswer.Text($"{{\"meta\":{{\"count\":50}},\"results\":[{string.Join(',', works)}{more}]}}", "application/json");
    }
}
