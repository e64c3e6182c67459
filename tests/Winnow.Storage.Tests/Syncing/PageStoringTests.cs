using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Winnow.Papers;
using Winnow.Replay;
using Winnow.Sources.Syncing;
using Xunit;

namespace Winnow.Storage.Tests.Syncing;

/// <summary>What is written when a page is stored, and what is not.</summary>
public sealed class PageStoringTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_whose_cursor_was_not_noted_is_read_again_and_nothing_is_double()
    {
        var arXiv = new OaiRepository(300, new DateOnly(2026, 11, 1), 50) { PageSize = 100 };
        await using var world = new SyncWorld(arXiv.Answer, _clock);
        var source = await world.AddAsync();

        await Assert.ThrowsAsync<LibraryException>(() => world.Restarted(new ForgetfulStore(world.Store)).RunAsync(source, null, Cancel));
        Assert.Equal(100, (await world.Library.CountAsync(Cancel)).Records);
        Assert.Null((await world.NowAsync(source))!.Cursor);
        var result = await world.RunAsync(source);

        Assert.Equal((SyncRunState.Finished, 200L, 100L), (result.State, result.Counts.New, result.Counts.Unchanged));
        await HarvestTests.AssertCompleteAsync(world, arXiv);
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_writes_nothing()
    {
        var version = 1;
        await using var world = new SyncWorld(
            request => request.Headers.GetValueOrDefault("If-None-Match") == Tag(version) ? ReplayAnswer.Failure(304) : Feed(version).With("ETag", Tag(version)), _clock);
        var source = await world.AddAsync("arxiv-feed");
        Assert.Equal(3, (await world.RunAsync(source)).Counts.New);
        var position = await world.Library.GetPositionAsync(Cancel);
        var imports = (await world.Library.GetImportsAsync(10, Cancel)).Count;

        var unchanged = await world.RunAsync(source);

        Assert.Equal((SyncRunState.Finished, 0L), (unchanged.State, unchanged.Counts.Read));
        Assert.Equal(position, await world.Library.GetPositionAsync(Cancel));
        Assert.Equal(imports, (await world.Library.GetImportsAsync(10, Cancel)).Count);
        Assert.Single(await world.Store.GetRunsAsync(source.Id, 10, Cancel));
        version = 2;
        var changed = await world.RunAsync(source);
        Assert.Equal((3L, 1L), (changed.Counts.Read, changed.Counts.New));
    }

    private static string Tag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    private static ReplayAnswer Feed(int version)
    {
        var entries = Enumerable.Range(version, 3).Select(number => string.Create(
            CultureInfo.InvariantCulture,
            $"<entry><id>oai:arXiv.org:{OaiRepository.IdOf(number)}v1</id><title>{OaiRepository.TitleOf(number)}</title><published>2026-11-25T00:00:00Z</published><summary>arXiv:x Announce Type: new \nAbstract: x</summary></entry>"));
        return ReplayAnswer.Text($"<feed xmlns=\"http://www.w3.org/2005/Atom\">{string.Concat(entries)}</feed>");
    }
}
