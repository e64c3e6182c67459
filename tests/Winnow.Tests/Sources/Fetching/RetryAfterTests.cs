using System.Globalization;
using Winnow.Sources.Fetching;
using Xunit;

namespace Winnow.Tests.Sources.Fetching;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0", "12:00:00")]
    [InlineData("120", "12:02:00")]
    [InlineData(" 3600 ", "13:00:00")]
    [InlineData("0.5", "12:00:00.5")]
    [InlineData("Wed, 25 Nov 2026 13:00:00 GMT", "13:00:00")]
    [InlineData("Wednesday, 25-Nov-26 13:00:00 GMT", "13:00:00")]
    [InlineData("Wed, 25 Nov 2026 11:00:00 GMT", "12:00:00")]
    public void Seconds_and_dates_are_understood(string value, string until) =>
        Assert.Equal(TimeSpan.Parse(until, CultureInfo.InvariantCulture), Read(value)!.Value.TimeOfDay);

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("1e400")]
    [InlineData("NaN")]
    public void What_says_nothing_is_nothing(string value) => Assert.Null(Read(value));

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("Wed, 25 Nov 2099 13:00:00 GMT")]
    public void Never_is_a_week(string value) => Assert.Equal(Now.AddDays(7), Read(value));

    private static DateTimeOffset? Read(string value)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", value);
        return RetryAfter.Read(response.Headers, Now);
    }
}
