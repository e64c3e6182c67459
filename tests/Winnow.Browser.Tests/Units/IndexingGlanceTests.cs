using Winnow.Search.Indexing;
using Winnow.Web.Hosting;
using Xunit;

namespace Winnow.Browser.Tests.Units;

public sealed class IndexingGlanceTests
{
    [Fact]
    public void A_long_indexing_is_told_with_its_counts_and_a_short_one_is_not()
    {
        Assert.Equal(
            "20,000 papers are indexed so far, 171,601 more are to come. Searches find what is indexed.",
            IndexingGlance.Of(new IndexProgress(20_000, 20_000, 191_601)));
        Assert.Null(IndexingGlance.Of(new IndexProgress(10, 10, 1000)));
        Assert.Null(IndexingGlance.Of(null));
    }
}
