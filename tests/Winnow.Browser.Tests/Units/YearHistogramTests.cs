using Winnow.Web.Pages.Search;
using Xunit;

namespace Winnow.Browser.Tests.Units;

public sealed class YearHistogramTests
{
    [Fact]
    public void Years_without_papers_keep_their_place()
    {
        var histogram = YearHistogram.Of([(2010, 4), (2013, 8)], null, null)!;
        Assert.Equal([2010, 2011, 2012, 2013], histogram.Bars.Select(bar => bar.Year));
        Assert.Equal([28d, 0, 0, YearHistogram.Height], histogram.Bars.Select(bar => bar.BarHeight));
        Assert.Equal([0d, 60, 120, 180], histogram.Bars.Select(bar => bar.X));
    }

    [Fact]
    public void One_paper_among_thousands_can_still_be_seen() =>
        Assert.Equal(2, YearHistogram.Of([(2010, 1), (2011, 100_000)], null, null)!.Bars[0].BarHeight);

    [Fact]
    public void Only_years_filtered_for_are_chosen() =>
        Assert.Equal([false, true, true], YearHistogram.Of([(2010, 1), (2011, 1), (2012, 1)], 2011, null)!.Bars.Select(bar => bar.Chosen));

    [Fact]
    public void One_year_leaves_nothing_to_choose() => Assert.Null(YearHistogram.Of([(2010, 1)], null, null));
}
