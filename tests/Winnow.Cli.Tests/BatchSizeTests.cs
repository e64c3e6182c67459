using Xunit;

namespace Winnow.Cli.Tests;

public sealed class BatchSizeTests : IDisposable
{
    // What tail holds stays until somebody reads it, long enough to be seen on a busy machine.
    private const string Hold = "head -c $(({batch} * 1048576)) /dev/zero | tail -n 1 | (sleep 0.5; wc -c)";

    private readonly WinnowExecutable _winnow = new();

    public BatchSizeTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is watched in /proc.");

    public void Dispose() => _winnow.Dispose();

    [Fact]
    public void A_command_that_fails_ends_with_3_and_what_it_said()
    {
        var outcome = _winnow.Run("batch-size", "--", "sh", "-c", "echo no such data: {batch} >&2; exit 9").Ended(3);
        Assert.Contains("no such data: 1", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("ended with code 9", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void When_nothing_fits_it_ends_with_1() =>
        Assert.Contains("Not even a batch of 1", _winnow.Run("batch-size", "--limit", "20M", "--", "sh", "-c", "head -c 99000000 /dev/zero | tail -n 1 | (sleep 0.5; wc -c) # {batch}").Ended(1).Error, StringComparison.Ordinal);

    [Fact]
    public void An_answer_is_found_and_the_next_time_remembered()
    {
        var found = _winnow.Run("batch-size", "--json", "--limit", "120M", "--", "sh", "-c", Hold).Ended(0).Objects.Single();
        Assert.InRange(found.GetProperty("largest").GetInt32(), 90, 120);
        Assert.InRange(found.GetProperty("runs").GetArrayLength(), 2, 5);
        var again = _winnow.Run("batch-size", "--json", "--limit", "120M", "--", "sh", "-c", Hold).Ended(0).Objects.Single();
        Assert.Equal(found.GetProperty("largest").GetInt32(), again.GetProperty("largest").GetInt32());
        Assert.Equal(0, again.GetProperty("runs").GetArrayLength());
        Assert.True(again.TryGetProperty("rememberedFrom", out _));
    }
}
