using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace Winnow.Web.Hosting;

/// <summary>
/// Whose word is taken for where a request comes from. A proxy says it in <c>X-Forwarded-For</c>, and so can anybody: it is believed of this machine and of the
/// proxies that were named, and of a chain of them only as far back as each is one.
/// </summary>
internal static class TrustedProxies
{
    public static IApplicationBuilder UseTrustedProxies(this IApplicationBuilder app, WebOptions options)
    {
        // The framework knows this machine's addresses already; how long the chain is, the names decide.
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        foreach (var network in options.Proxies)
        {
            forwarded.KnownIPNetworks.Add(network);
        }

        return app.UseForwardedHeaders(forwarded);
    }
}
