using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Winnow.Web.Hosting;

/// <summary>Adds the header to each response.</summary>
internal static class RequestTimingMiddleware
{
    public static IApplicationBuilder UseRequestTiming(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Pages are rendered into a buffer whole; the first byte leaves after the last was made, so this is the time of the rendering.
        var timing = context.RequestServices.GetRequiredService<RequestTiming>();
        context.Response.OnStarting(static state =>
        {
            var (response, timing) = ((HttpResponse, RequestTiming))state;
            response.Headers["Server-Timing"] = timing.ToString();
            return Task.CompletedTask;
        }, (context.Response, timing));
        return next(context);
    });
}
