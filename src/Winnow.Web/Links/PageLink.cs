using System.Globalization;

namespace Winnow.Web.Links;

/// <summary>Addresses of the pages to browse by.</summary>
internal static class PageLink
{
    public static string Author(string name) => $"/authors/{Uri.EscapeDataString(name)}";

    public static string Venue(string venue) => $"/venues/{Uri.EscapeDataString(venue)}";

    public static string Venue(string venue, int year) => string.Create(CultureInfo.InvariantCulture, $"/venues/{Uri.EscapeDataString(venue)}/{year}");

    public static string Category(string category) => $"/categories/{Uri.EscapeDataString(category)}";

    public static string Collection(string slug) => $"/collection/{Uri.EscapeDataString(slug)}";

    /// <summary>The papers that first appeared on a day.</summary>
    public static string Day(DateOnly day) => day.ToString("'/day/'yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A route value as it was before <see cref="Uri.EscapeDataString(string)"/>: the server unescapes everything but the slash.</summary>
    public static string Unescape(string routeValue) => routeValue.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address when it leads to a web site, else null: a record may say anything, <c>javascript:</c> included.</summary>
    public static string? Outside(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri
            : null;
}
