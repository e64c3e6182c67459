using Winnow.Papers;
using Winnow.Sources.Syncing;
using Xunit;

namespace Winnow.Storage.Tests.Syncing;

/// <summary>What every store of followed sources promises.</summary>
public abstract class SyncStoreConformance
{
    private static readonly NewSource Some = new("arxiv:cs.CL", "arxiv", "cs.CL", TimeSpan.FromHours(12), new DateOnly(2020, 2, 29));

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A new, empty store.</summary>
    protected abstract ISyncStore Open(TimeProvider clock);

    [Fact]
    public async Task A_source_is_kept_as_it_was_added_and_is_due_at_once()
    {
        var (store, clock) = New();
        var source = await store.AddAsync(Some, Cancel);
        Assert.NotNull(source);
        Assert.Equal(
            (Some.Name, Some.Kind, Some.Follows, Some.Interval, Some.Since, clock.GetUtcNow(), clock.GetUtcNow()),
            (source.Name, source.Kind, source.Follows, source.Interval, source.Since, source.Added, source.NextRun));
        Assert.True(source.IsDue(clock.GetUtcNow()));
        Assert.Equal(source, await store.FindSourceAsync("ARXIV:CS.cl", Cancel));
        Assert.Equal(source, Assert.Single(await store.GetSourcesAsync(Cancel)));
    }

    [Fact]
    public async Task A_name_is_given_once_whatever_its_case_and_an_id_never_again()
    {
        var (store, _) = New();
        var first = await store.AddAsync(Some, Cancel);
        Assert.Null(await store.AddAsync(Some with { Name = "Arxiv:CS.CL" }, Cancel));
        Assert.True(await store.RemoveAsync(first!.Id, Cancel));
        Assert.False(await store.RemoveAsync(first.Id, Cancel));
        Assert.NotEqual(first.Id, (await store.AddAsync(Some, Cancel))!.Id);
    }

    [Fact]
    public async Task A_run_counts_its_pages_and_moves_the_cursor()
    {
        var (store, clock) = New();
        var source = await store.AddAsync(Some, Cancel);
        var started = clock.GetUtcNow();
        var run = await store.BeginRunAsync(source!.Id, started, Cancel);
        clock.Advance(TimeSpan.FromSeconds(10));
        var commit = new SyncCommit(run, "one", new ImportCounts(New: 5, Merged: 4, Updated: 3, Unchanged: 2, Rejected: 1, Withdrawn: 7), 0.25, null, "a note");
        Assert.Equal("one", (await store.CommitAsync(source.Id, commit, Cancel))!.Cursor);
        await store.CommitAsync(source.Id, commit with { Cursor = "two", Fraction = 0.5, Rejections = "rejected/1", Note = null }, Cancel);

        var running = Assert.Single(await store.GetRunsAsync(source.Id, 10, Cancel));
        Assert.Equal((SyncRunState.Running, 2, 0.5, "rejected/1", "a note"), (running.State, running.Pages, running.Fraction, running.Rejections, running.Message));
        Assert.Equal(new ImportCounts(10, 8, 6, 4, 2, 14), running.Counts);
        Assert.Equal(TimeSpan.FromSeconds(10), running.TimeLeft);
        Assert.Equal(running.Counts.Read / 10.0, running.RecordsPerSecond);
        Assert.Equal(running, (await store.GetLastRunsAsync(Cancel))[source.Id]);

        var next = clock.GetUtcNow().AddHours(12);
        await store.EndRunAsync(source.Id, new SyncEnd(run, SyncRunState.Finished, null, 0, next, started), Cancel);
        var ended = await store.FindSourceAsync(Some.Name, Cancel);
        Assert.Equal(("two", next, clock.GetUtcNow(), clock.GetUtcNow(), null), (ended!.Cursor, ended.NextRun, ended.LastRun, ended.LastSuccess, ended.LastError));
        Assert.Equal(SyncRunState.Finished, Assert.Single(await store.GetRunsAsync(source.Id, 10, Cancel)).State);
        Assert.False(ended.IsDue(clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_run_that_found_nothing_leaves_no_entry_and_one_that_failed_does()
    {
        var (store, clock) = New();
        var id = (await store.AddAsync(Some, Cancel))!.Id;
        await store.EndRunAsync(id, new SyncEnd(null, SyncRunState.Finished, null, 0, clock.GetUtcNow(), clock.GetUtcNow()), Cancel);
        Assert.Empty(await store.GetRunsAsync(id, 10, Cancel));

        await store.EndRunAsync(id, new SyncEnd(null, SyncRunState.Failed, "It is away.", 1, clock.GetUtcNow(), clock.GetUtcNow()), Cancel);
        Assert.Equal((SyncRunState.Failed, "It is away."), (await store.GetRunsAsync(id, 10, Cancel)).Select(run => (run.State, run.Message)).Single());
        var source = await store.FindSourceAsync(Some.Name, Cancel);
        Assert.Equal((1, "It is away."), (source!.Failures, source.LastError));
        Assert.NotNull(source.LastSuccess);
    }

    [Fact]
    public async Task A_run_that_was_killed_shows_as_stopped_after_a_while_or_when_the_next_begins()
    {
        var (store, clock) = New();
        var id = (await store.AddAsync(Some, Cancel))!.Id;
        await store.BeginRunAsync(id, clock.GetUtcNow(), Cancel);
        Assert.Equal(SyncRunState.Running, (await store.GetLastRunsAsync(Cancel))[id].State);
        clock.Advance(SyncRun.Silence + TimeSpan.FromSeconds(1));
        Assert.Equal(SyncRunState.Stopped, (await store.GetLastRunsAsync(Cancel))[id].State);
        await store.BeginRunAsync(id, clock.GetUtcNow(), Cancel);
        await store.BeginRunAsync(id, clock.GetUtcNow(), Cancel);
        Assert.Equal([SyncRunState.Running, SyncRunState.Stopped, SyncRunState.Stopped], (await store.GetRunsAsync(id, 10, Cancel)).Select(run => run.State));
    }

    [Fact]
    public async Task Pausing_and_resuming_is_seen_by_the_run_that_is_at_work()
    {
        var (store, clock) = New();
        var id = (await store.AddAsync(Some, Cancel))!.Id;
        Assert.True(await store.SetPausedAsync(id, true, Cancel));
        Assert.True((await store.CommitAsync(id, new SyncCommit(null, "x", new ImportCounts(), null, null, null), Cancel))!.Paused);
        await store.EndRunAsync(id, new SyncEnd(null, SyncRunState.Finished, null, 0, clock.GetUtcNow().AddDays(1), clock.GetUtcNow()), Cancel);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await store.SetPausedAsync(id, false, Cancel));
        var resumed = await store.FindSourceAsync(Some.Name, Cancel);
        Assert.True(resumed!.IsDue(clock.GetUtcNow()));
        Assert.Equal("x", resumed.Cursor);
        Assert.False(await store.SetPausedAsync(id + 1, true, Cancel));
    }

    [Fact]
    public async Task What_was_removed_has_no_runs_any_more_and_takes_none()
    {
        var (store, clock) = New();
        var id = (await store.AddAsync(Some, Cancel))!.Id;
        var run = await store.BeginRunAsync(id, clock.GetUtcNow(), Cancel);
        await store.RemoveAsync(id, Cancel);
        Assert.Empty(await store.GetRunsAsync(id, 10, Cancel));
        Assert.Null(await store.BeginRunAsync(id, clock.GetUtcNow(), Cancel));
        Assert.Null(await store.CommitAsync(id, new SyncCommit(run, "x", new ImportCounts(), null, null, null), Cancel));
        await store.EndRunAsync(id, new SyncEnd(run, SyncRunState.Failed, "x", 1, clock.GetUtcNow(), clock.GetUtcNow()), Cancel);
        Assert.Empty(await store.GetSourcesAsync(Cancel));
    }

    [Fact]
    public async Task The_history_of_a_source_is_bounded()
    {
        var (store, clock) = New();
        var id = (await store.AddAsync(Some, Cancel))!.Id;
        for (var i = 0; i < 510; i++)
        {
            await store.EndRunAsync(id, new SyncEnd(null, SyncRunState.Failed, $"{i}", i + 1, clock.GetUtcNow(), clock.GetUtcNow()), Cancel);
        }

        var runs = await store.GetRunsAsync(id, 1000, Cancel);
        Assert.InRange(runs.Count, 500, 501);
        Assert.Equal("509", runs[0].Message);
    }

    private (ISyncStore Store, Microsoft.Extensions.Time.Testing.FakeTimeProvider Clock) New()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
        return (Open(clock), clock);
    }
}
