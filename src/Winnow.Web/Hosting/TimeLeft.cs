using System.Globalization;

namespace Winnow.Web.Hosting;

/// <summary>Says how long something will take yet, as roughly as it is known.</summary>
internal static class TimeLeft
{
    /// <returns>As in <c>about 3 minutes</c>; null when nobody knows.</returns>
    public static string? Of(TimeSpan? left) => left switch
    {
        null => null,
        { TotalSeconds: < 90 } time => string.Create(CultureInfo.InvariantCulture, $"about {Math.Max(1, Math.Ceiling(time.TotalSeconds)):0} seconds"),
        { TotalMinutes: < 90 } time => string.Create(CultureInfo.InvariantCulture, $"about {time.TotalMinutes:0} minutes"),
        { TotalHours: < 48 } time => string.Create(CultureInfo.InvariantCulture, $"about {time.TotalHours:0} hours"),
        { } time => string.Create(CultureInfo.InvariantCulture, $"about {time.TotalDays:0} days"),
    };
}
