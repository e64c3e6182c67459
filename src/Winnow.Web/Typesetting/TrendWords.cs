using System.Globalization;
using Winnow.Trends;

namespace Winnow.Web.Typesetting;

/// <summary>What trends are called on pages and in feeds.</summary>
internal static class TrendWords
{
    public static string Of(TrendMovement movement) => movement switch
    {
        TrendMovement.New => "New",
        TrendMovement.Rising => "Rising",
        _ => "Falling",
    };

    /// <summary>"today", "this week": what follows "Trending".</summary>
    public static string Of(TrendWindow window) => window switch
    {
        TrendWindow.Day => "today",
        TrendWindow.Week => "this week",
        TrendWindow.Month => "this month",
        _ => "of all time",
    };

    /// <summary>A sparkline in a sentence.</summary>
    public static string Of(TrendSeries series)
    {
        if (series.Values.Count == 0 || series.Values.Max() <= 0)
        {
            return "Attention over time: none that is dated.";
        }

        var peak = 0;
        for (var i = 1; i < series.Values.Count; i++)
        {
            peak = series.Values[i] > series.Values[peak] ? i : peak;
        }

        var hours = series.Step < TimeSpan.FromHours(23);
        var at = (series.From + (series.Step * peak)).ToString(hours ? "MMM d, HH:mm 'UTC'" : "MMM d, yyyy", CultureInfo.InvariantCulture);
        return $"Attention since {series.From.ToString("MMM d, yyyy", CultureInfo.InvariantCulture)}: most about {at}.";
    }
}
