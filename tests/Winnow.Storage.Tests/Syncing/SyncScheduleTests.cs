using System.Collections.Concurrent;
using Winnow.Clocks;
using Winnow.Replay;
using Winnow.Sources.Syncing;
using Xunit;

namespace Winnow.Storage.Tests.Syncing;

/// <summary>The background of a server: who is read when, by a clock that the test moves.</summary>
public sealed class SyncScheduleTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly WatchedClock _clock = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
    private readonly ConcurrentQueue<string> _reports = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, FakeLiveSource> _kinds = new() { ["one"] = new("one"), ["two"] = new("two") };
    private SyncWorld _world = null!;
    private Task _following = Task.CompletedTask;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _world = new SyncWorld(_ => ReplayAnswer.Failure(404), _clock);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _following;
        _stop.Dispose();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task A_source_is_read_when_it_is_added_and_again_after_its_interval()
    {
        Follow();
        var source = await AddAsync("one");
        await PassAsync(TimeSpan.FromSeconds(2), () => _kinds["one"].Reads == 1);
        await PassAsync(TimeSpan.FromHours(1), () => true);
        Assert.Equal(1, _kinds["one"].Reads);
        await PassAsync(TimeSpan.FromHours(12.3), () => _kinds["one"].Reads == 2);
        Assert.InRange((await _world.NowAsync(source))!.NextRun - _clock.GetUtcNow(), TimeSpan.FromHours(11), TimeSpan.FromHours(13.3));
    }

    [Fact]
    public async Task One_that_fails_is_tried_less_and_less_and_does_not_hold_up_the_others()
    {
        _kinds["one"].Failure = new Winnow.Sources.Fetching.SourceException("It is away.");
        Follow();
        var source = await AddAsync("one");
        await AddAsync("two");
        await PassAsync(TimeSpan.FromSeconds(2), () => _kinds["one"].Reads == 1 && _kinds["two"].Reads == 1);
        await PassAsync(TimeSpan.FromMinutes(90), () => true);

        // At 2.5 to 5 minutes, 5 to 10 more, 10 to 20, 20 to 40.
        Assert.InRange(_kinds["one"].Reads, 4, 7);
        await UntilAsync(() => Task.FromResult(_reports.Contains("one: It is away.")));
        var now = await _world.NowAsync(source);
        Assert.Equal((_kinds["one"].Reads, "It is away."), (now!.Failures, now.LastError));
    }

    [Fact]
    public async Task A_reader_that_breaks_is_reported_and_its_source_not_hammered()
    {
        _kinds["one"].Failure = new InvalidOperationException("A mistake.");
        Follow();
        await AddAsync("one");
        await AddAsync("two");
        await PassAsync(TimeSpan.FromSeconds(2), () => _kinds["one"].Reads == 1 && _kinds["two"].Reads == 1);
        Assert.Equal(["one: A mistake."], _reports);
        var read = _clock.GetUtcNow();
        await UntilAsync(() =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(_kinds["one"].Reads == 2);
        });
        Assert.True(_clock.GetUtcNow() - read >= TimeSpan.FromSeconds(58), "It was read again at once.");
    }

    [Fact]
    public async Task A_source_that_asked_for_patience_is_left_alone_until_then()
    {
        _kinds["one"].Failure = new Winnow.Sources.Fetching.SourceException("Later.") { RetryAt = _clock.GetUtcNow().AddHours(3) };
        Follow();
        await AddAsync("one");
        await PassAsync(TimeSpan.FromSeconds(2), () => _kinds["one"].Reads == 1);
        _kinds["one"].Failure = null;
        await PassAsync(TimeSpan.FromMinutes(175), () => true);
        Assert.Equal(1, _kinds["one"].Reads);
        await PassAsync(TimeSpan.FromMinutes(6), () => _kinds["one"].Reads == 2);
    }

    [Fact]
    public async Task Paused_it_is_not_read_and_resumed_it_is()
    {
        var source = await AddAsync("one");
        await _world.Store.SetPausedAsync(source.Id, true, Cancel);
        Follow();
        await PassAsync(TimeSpan.FromDays(2), () => true);
        Assert.Equal(0, _kinds["one"].Reads);
        await _world.Store.SetPausedAsync(source.Id, false, Cancel);
        await PassAsync(TimeSpan.FromSeconds(3), () => _kinds["one"].Reads == 1);
    }

    private void Follow()
    {
        var engine = _world.Restarted(kinds: new LiveSources([.. _kinds.Values]));
        _following = new SyncSchedule(_world.Store, engine, _clock).FollowAsync(_reports.Enqueue, _stop.Token);
    }

    private async Task<FollowedSource> AddAsync(string kind) =>
        await _world.Store.AddAsync(new NewSource(kind, kind, "all", TimeSpan.FromHours(12), null), Cancel) ?? throw new InvalidOperationException("It is there already.");

    /// <summary>Moves the clock in steps, after each of which all that it started comes to rest, and then waits for what is to come of it.</summary>
    private async Task PassAsync(TimeSpan span, Func<bool> until)
    {
        var step = span < TimeSpan.FromMinutes(1) ? TimeSpan.FromSeconds(1) : span / 60;
        for (var passed = TimeSpan.Zero; passed < span; passed += step)
        {
            _clock.Advance(step);
            await UntilAsync(IsAtRestAsync);
        }

        await UntilAsync(() => Task.FromResult(until()));
    }

    /// <summary>The schedule waits for its next look, and each source that is due waits too, after a mistake: whatever was read has been noted.</summary>
    private async Task<bool> IsAtRestAsync()
    {
        var now = _clock.GetUtcNow();
        return _clock.Waiting > (await _world.Store.GetSourcesAsync(Cancel)).Count(source => source.IsDue(now));
    }

    private async Task UntilAsync(Func<Task<bool>> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"It did not happen: {string.Join("; ", _kinds.Values.Select(kind => $"{kind.Kind} {kind.Reads}"))}.");
            await Task.Delay(2, Cancel);
        }
    }
}
