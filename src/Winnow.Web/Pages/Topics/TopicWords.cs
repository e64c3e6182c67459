using System.Globalization;
using Winnow.Trends.Topics;
using Winnow.Web.Pages.Periods;

namespace Winnow.Web.Pages.Topics;

/// <summary>Windows and curves in words.</summary>
internal static class TopicWords
{
    public static string Of(TopicWindow window) => Period(window)?.Title ?? window.ToString();

    public static string Short(TopicWindow window) => window.Span == TopicSpan.Month
        ? window.Start.ToString("MMM yyyy", CultureInfo.InvariantCulture)
        : Period(window)?.Title ?? window.ToString();

    public static string Of(IReadOnlyList<TopicPoint> curve)
    {
        if (curve.Count == 0)
        {
            return "No papers.";
        }

        var (first, last) = (curve[0], curve[^1]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Share of papers, from {first.Share * 100:0.##} percent in {Short(first.Window)} to {last.Share * 100:0.##} percent in {Short(last.Window)}.");
    }

    /// <summary>The page of the papers of a window; null for a year, which has none.</summary>
    public static CalendarPeriod? Period(TopicWindow window) => window.Span switch
    {
        TopicSpan.Day => CalendarPeriod.Of(PeriodKind.Day, window.Start),
        TopicSpan.Week => CalendarPeriod.Of(PeriodKind.Week, window.Start),
        TopicSpan.Month => CalendarPeriod.Of(PeriodKind.Month, window.Start),
        _ => null,
    };
}
