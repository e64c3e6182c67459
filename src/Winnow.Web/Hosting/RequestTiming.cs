using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Winnow.Web.Hosting;

/// <summary>Where one request's time went, told in the <c>Server-Timing</c> header that browsers show beside the request.</summary>
/// <param name="time">The clock.</param>
internal sealed class RequestTiming(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _search;

    /// <summary>Runs a search and counts its time apart from the rendering's.</summary>
    public async Task<T> SearchAsync<T>(Func<Task<T>> search)
    {
        var start = time.GetTimestamp();
        var result = await search();
        _search += time.GetElapsedTime(start);
        return result;
    }

    public override string ToString()
    {
        var total = time.GetElapsedTime(_start);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"search;dur={_search.TotalMilliseconds:0.00}, render;dur={(total - _search).TotalMilliseconds:0.00}, total;dur={total.TotalMilliseconds:0.00}");
    }
}

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
