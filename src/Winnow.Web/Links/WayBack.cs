namespace Winnow.Web.Links;

/// <summary>Where a reader returns to after a form: a path of this site and a place on it, whatever was sent. A form is no way to lead a reader elsewhere.</summary>
internal static class WayBack
{
    /// <param name="page">A path of ours with its query; anything else leads to the start page.</param>
    /// <param name="place">The id of an element there; anything else is left out.</param>
    public static string To(string? page, string? place = null) => (IsOurs(page) ? page : "/") + (IsPlace(place) ? $"#{place}" : "");

    private static bool IsOurs(string? page) =>
        page is ['/', ..] && !page.StartsWith("//", StringComparison.Ordinal) && !page.StartsWith("/\\", StringComparison.Ordinal) && page.All(c => c is > ' ' and < (char)127 and not '#');

    private static bool IsPlace(string? place) => place is { Length: > 0 and < 40 } && place.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
