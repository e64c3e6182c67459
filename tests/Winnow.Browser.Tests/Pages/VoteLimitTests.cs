using System.Net;
using Winnow.Browser.Tests.Site;
using Winnow.Web;
using Winnow.Web.Readers;
using Xunit;

namespace Winnow.Browser.Tests.Pages;

/// <summary>Votes from one address, at a site of its own: a limit that is used up stays so for the other tests.</summary>
public sealed class VoteLimitTests
{
    /// <summary>On a machine so slow that sixty votes take minutes, some more are let through.</summary>
    private const int MostCounted = 2 * VoteLimit.AtOnce;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_sixty_votes_an_address_waits_and_others_do_not()
    {
        await using var library = await LibraryFolder.CreateAsync("");
        var (app, address) = await library.ServeAsync();
        await using var stop = app;
        using var http = new HttpClient { BaseAddress = address };

        // Refused as they have no token, and counted all the same.
        var (counted, last) = (0, await PostAsync(http, "192.0.2.1"));
        for (; last.Status == HttpStatusCode.BadRequest && counted < MostCounted; counted++)
        {
            last = await PostAsync(http, "192.0.2.1");
        }

        Assert.InRange(counted, VoteLimit.AtOnce, MostCounted - 1);
        Assert.Equal((HttpStatusCode.TooManyRequests, "30"), last);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(http, "192.0.2.2")).Status);
        using var page = await http.GetAsync("/trending", Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Only_the_last_address_that_no_proxy_of_ours_has_is_believed()
    {
        await using var library = await LibraryFolder.CreateAsync("");
        var (app, address) = await library.ServeAsync(new WebOptions { Proxies = [IPNetwork.Parse("198.51.100.0/24")] });
        await using var stop = app;
        using var http = new HttpClient { BaseAddress = address };

        var refused = false;
        for (var vote = 0; !refused && vote < MostCounted; vote++)
        {
            // What the visitor wrote into the header itself comes first, and another each time.
            refused = (await PostAsync(http, $"203.0.113.{vote}, 192.0.2.1, 198.51.100.7")).Status == HttpStatusCode.TooManyRequests;
        }

        Assert.True(refused);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(http, "192.0.2.1, 192.0.2.9")).Status);
    }

    [Theory]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void An_address_is_one_of_IPv4_or_a_64th_of_IPv6(string one, string other, bool same) =>
        Assert.Equal(same, AddressLimit.KeyOf(IPAddress.Parse(one)) == AddressLimit.KeyOf(IPAddress.Parse(other)));

    private static async Task<(HttpStatusCode Status, string? RetryAfter)> PostAsync(HttpClient http, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/vote") { Content = new FormUrlEncodedContent([new("vote", "0")]) };
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        using var answer = await http.SendAsync(request, Cancel);
        return (answer.StatusCode, answer.Headers.RetryAfter?.ToString());
    }
}
