using Winnow.Clocks;
using Winnow.Trends;
using Xunit;

namespace Winnow.Tests.Trends;

public sealed class PaceTests
{
    private readonly WatchedClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Half_of_a_core_is_as_much_rest_as_work_after_a_first_rest_of_its_own()
    {
        var pace = new Pace(_clock, 0.5, TimeSpan.FromSeconds(5));
        Assert.Equal(5, await SecondsAsync(pace, work: 0.1), 2);
        Assert.Equal(0.1, await SecondsAsync(pace, work: 0.1), 2);
        Assert.Equal(0.3, await SecondsAsync(pace, work: 0.3), 2);
        // A machine that slept in a slice is no reason to rest for an hour.
        Assert.Equal(2, await SecondsAsync(pace, work: 3600), 2);
    }

    [Fact]
    public void All_of_a_core_never_rests() => Assert.True(new Pace(_clock, 1).RestAsync(0, Cancel).IsCompletedSuccessfully);

    [Fact]
    public async Task Who_rests_is_stopped_at_once()
    {
        using var stop = new CancellationTokenSource();
        var rest = new Pace(_clock, 0.5, TimeSpan.FromHours(1)).RestAsync(_clock.GetTimestamp(), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rest);
    }

    private async Task<double> SecondsAsync(Pace pace, double work)
    {
        var begun = pace.Begin();
        _clock.Advance(TimeSpan.FromSeconds(work));
        var rest = pace.RestAsync(begun, Cancel);
        Assert.Equal(1, _clock.Waiting);
        var seconds = _clock.LastWait.TotalSeconds;
        _clock.Advance(_clock.LastWait);
        await rest;
        return seconds;
    }
}
