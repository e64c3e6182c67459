using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Winnow.Search;
using Winnow.Web.Pages.Search;
using Xunit;

namespace Winnow.Browser.Tests.Units;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("/search")]
    [InlineData("/search?q=deep+learning")]
    [InlineData("/search?q=C%2B%2B+%26+more%3F&venue=ACL&venue=EMNLP%2FFindings+50%25&source=acl&category=cs.CL&from=2015&to=2020&code=1&sort=oldest&verbatim=1&page=3")]
    public void An_address_is_read_and_written_without_loss(string url) => Assert.Equal(url, Read(url).Url);

    [Fact]
    public void Years_the_wrong_way_round_are_turned()
    {
        var filters = Read("/search?from=2020&to=2010").Filters;
        Assert.Equal((2010, 2020), (filters.FromYear, filters.ToYear));
    }

    [Theory]
    [InlineData("/search?from=20x0&to=99999&page=0&sort=up&code=yes&verbatim=no&venue=")]
    public void What_cannot_be_read_counts_as_left_out(string url) => Assert.Equal("/search", Read(url).Url);

    [Fact]
    public void A_filter_leads_back_to_the_first_page() =>
        Assert.Equal("/search?q=x&from=2020&to=2020", Read("/search?q=x&page=4").WithYears(2020, 2020).Url);

    [Fact]
    public void Pages_end_where_nobody_reads_on() => Assert.Equal(SearchQuery.MostPages, Read("/search?q=x&page=4000").Page);

    [Fact]
    public void A_page_asks_for_its_own_part() =>
        Assert.Equal((40, 20, SearchSort.Newest), Read("/search?q=x&sort=newest&page=3").ToRequest() is var request ? (request.Offset, request.Limit, request.Sort) : default);

    private static SearchQuery Read(string url) =>
        SearchQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(url.Contains('?', StringComparison.Ordinal) ? url[url.IndexOf('?', StringComparison.Ordinal)..] : "")));
}
