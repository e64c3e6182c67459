using Winnow.Web;
using Xunit;

namespace Winnow.Browser.Tests.Units;

public sealed class WebOptionsTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5170", null, null, true)]
    [InlineData("http://[::1]:5170", null, null, true)]
    [InlineData("http://0.0.0.0:5170", null, null, false)]
    // Behind a proxy it listens on loopback and is public all the same.
    [InlineData("http://127.0.0.1:5170", "papers.example.org", null, false)]
    [InlineData("http://127.0.0.1:5170", "papers.example.org", true, true)]
    [InlineData("http://0.0.0.0:5170", null, true, true)]
    [InlineData("http://127.0.0.1:5170", null, false, false)]
    public void Visitors_may_change_the_library_and_its_collections_where_only_its_owner_can_be_one_or_where_the_owner_says_so(string url, string? host, bool? said, bool expected)
    {
        var options = new WebOptions { Urls = [url], AllowedHosts = host is null ? [] : [host] };
        Assert.Equal(expected, (options with { AllowUploads = said, AllowCollections = !said }).MayChange);
        Assert.Equal(expected, (options with { AllowUploads = !said, AllowCollections = said }).MayCollect);
    }
}
