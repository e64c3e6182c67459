using Winnow.Web.Pages.Shared;
using Xunit;

namespace Winnow.Browser.Tests.Units;

public sealed class PagerTests
{
    [Theory]
    [InlineData(1, 20, "1")]
    [InlineData(1, 60, "1 2 3")]
    [InlineData(5, 200, "1 0 4 5 6 0 10")]
    [InlineData(2, 80, "1 2 3 4")]
    [InlineData(1, 0, "1")]
    public void Far_pages_are_left_out(int page, long total, string expected) =>
        Assert.Equal(expected, string.Join(' ', Pager.Of(page, 20, total, 100, _ => "").Numbers()));
}
