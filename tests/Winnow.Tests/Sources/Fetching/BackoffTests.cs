using CsCheck;
using Winnow.Properties;
using Winnow.Sources.Fetching;
using Xunit;

namespace Winnow.Tests.Sources.Fetching;

public sealed class BackoffTests
{
    [Fact]
    public void A_delay_is_between_half_and_all_of_a_doubling_that_ends_at_the_longest() =>
        Gen.Select(Gen.Int[1, 1000], Gen.Double[0.001, 3600], Gen.Double[0.001, 90_000], Gen.Double[0, 1]).ForAll((attempt, first, longest, random) =>
        {
            var full = Math.Min(first * Math.Pow(2, Math.Min(attempt - 1, 40)), longest);
            var delay = Backoff.Delay(attempt, TimeSpan.FromSeconds(first), TimeSpan.FromSeconds(longest), random).TotalSeconds;
            Assert.InRange(delay, (full / 2) - 1e-6, full + 1e-6);
        });

    [Fact]
    public void The_same_randomness_gives_the_same_delay() =>
        Assert.Equal(TimeSpan.FromSeconds(30), Backoff.Delay(3, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(5), 0.5));
}
