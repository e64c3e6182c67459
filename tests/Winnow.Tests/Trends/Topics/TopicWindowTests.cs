using CsCheck;
using Winnow.Properties;
using Winnow.Trends.Topics;
using Xunit;

namespace Winnow.Tests.Trends.Topics;

public sealed class TopicWindowTests
{
    private static readonly Gen<TopicWindow> Windows = Gen.Select(Gen.Enum<TopicSpan>(), Gen.Int[700_000, 800_000]).Select((span, day) => TopicWindow.Of(span, DateOnly.FromDayNumber(day)));

    [Fact]
    public void What_a_window_is_called_is_read_back() => Windows.ForAll(window => Assert.True(TopicWindow.TryParse(window.ToString(), out var read) && read == window));

    [Fact]
    public void Windows_follow_each_other_without_a_gap() => Windows.ForAll(window =>
    {
        Assert.Equal(window, window.Next.Previous);
        Assert.Equal(window.End, window.Next.Start);
        Assert.Equal(window, TopicWindow.Of(window.Span, window.End.AddDays(-1)));
    });

    [Theory]
    [InlineData("2025-13")]
    [InlineData("2025-W54")]
    [InlineData("2025-W00")]
    [InlineData("25-01")]
    [InlineData("today")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_text_is_no_window(string? text) => Assert.False(TopicWindow.TryParse(text, out _));

    [Fact]
    public void The_first_ISO_week_may_begin_in_the_year_before() =>
        Assert.Equal("2026-W01", TopicWindow.Of(TopicSpan.Week, new DateOnly(2025, 12, 30)).ToString());
}
