using System.Globalization;

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
