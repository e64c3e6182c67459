using CsCheck;
using Winnow.Properties;
using Winnow.Web.Typesetting;
using Xunit;

namespace Winnow.Browser.Tests.Units;

public sealed class MathSpansTests
{
    [Theory]
    [InlineData("costs $5 and $10", "")]
    [InlineData("a lone $ and \\$5 or $", "")]
    [InlineData("$x$", "$x$")]
    [InlineData("in $O(n \\log n)$ time", "$O(n \\log n)$")]
    [InlineData("price \\$3, cost $c$", "$c$")]
    [InlineData("$a\\$b$", "$a\\$b$")]
    [InlineData("$$x$$ and \\[y\\] and \\(z\\)", "$$x$$|\\[y\\]|\\(z\\)")]
    [InlineData("$$$$", "")]
    [InlineData("\\(never closed", "")]
    [InlineData("$ spaced $", "")]
    [InlineData("", "")]
    [InlineData("\\", "")]
    public void Maths_is_told_from_money(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', MathSpans.Find(text).Select(span => text.Substring(span.Start, span.Length))));

    [Fact]
    public void Spans_are_ascending_and_disjoint_whatever_the_text() =>
        Gen.Char["$\\()[]x 5"].Array[0, 40].ForAll(
            characters =>
            {
                var text = new string(characters);
                var end = 0;
                foreach (var (start, length) in MathSpans.Find(text))
                {
                    Assert.True(start >= end && length >= 3 && start + length <= text.Length);
                    end = start + length;
                }
            },
            iter: 2000);
}
