using Winnow.Trends;
using Winnow.Web.Hosting;
using Xunit;

namespace Winnow.Browser.Tests.Units;

public sealed class TrendsGlanceTests
{
    [Fact]
    public void Nothing_is_said_when_nothing_is_behind() => Assert.Null(TrendsGlance.Of("Topics are being counted", null));

    [Theory]
    [InlineData(0, 188_000, 5, "Topics are being counted: 0 of 188,000 papers so far.")]
    [InlineData(50_000, 188_000, 20, "Topics are being counted: 50,000 of 188,000 papers so far, about 56 seconds to go.")]
    [InlineData(2_000, 2_000_000, 1, "Topics are being counted: 2,000 of 2,000,000 papers so far, about 17 minutes to go.")]
    public void What_is_behind_is_said_with_the_time_that_it_will_take(long done, long total, int seconds, string sentence) =>
        Assert.Equal(sentence, TrendsGlance.Of("Topics are being counted", new WorkProgress(done, total, TimeSpan.FromSeconds(seconds))));
}
