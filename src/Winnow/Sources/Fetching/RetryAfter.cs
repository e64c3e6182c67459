using System.Globalization;
using System.Net.Http.Headers;

namespace Winnow.Sources.Fetching;

/// <summary>The header <c>Retry-After</c> (RFC 9110, 10.2.3): seconds or a date.</summary>
internal static class RetryAfter
{
    /// <summary>A longer wait is a mistake or a way of saying never; the next run asks again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>The moment from which the server may be asked again; null when it did not say, or nothing that can be understood.</summary>
    internal static DateTimeOffset? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (!headers.TryGetValues("Retry-After", out var values))
            return null;

        var text = string.Join(',', values).Trim();
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds))
            return now + TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds));

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date < now ? now : date > now + Longest ? now + Longest : date
            : null;
    }
}
