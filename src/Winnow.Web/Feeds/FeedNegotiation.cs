using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Winnow.Web.Feeds;

/// <summary>Leads a feed reader that was given a page's address, and says that it wants Atom, to the page's feed. Browsers never ask for Atom.</summary>
internal static class FeedNegotiation
{
    public static IApplicationBuilder UseFeedNegotiation(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && WantsAtom(request) && FeedAddress.TryFind(request, out var feed))
        {
            context.Response.Headers.Vary = "Accept";
            context.Response.Redirect(feed);
            return Task.CompletedTask;
        }

        return next(context);
    });

    private static bool WantsAtom(HttpRequest request)
    {
        var header = request.Headers.Accept.ToString();
        if (!header.Contains("application/atom+xml", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var accepted = request.GetTypedHeaders().Accept;
        return Quality("application/atom+xml") > 0 && Quality("application/atom+xml") >= Quality("text/html");

        double Quality(string type) => accepted.Where(range => range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Max(range => range.Quality ?? 1.0 as double?) ?? 0;
    }
}
