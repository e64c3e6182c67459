using System.Globalization;
using Winnow.Papers;

namespace Winnow.Trends.Topics.Counting;

/// <summary>When a paper appeared, as well as the library knows it: the day, or the month that its arXiv id tells, or the year.</summary>
/// <param name="Code">A day number; or below zero −(100·year + month), the month being 0 when only the year is known.</param>
internal readonly record struct Appearance(int Code)
{
    /// <summary>The first year of the stream; a date before is a mistake of its source.</summary>
    private const int FirstYear = 1950;

    /// <param name="paper">Whose.</param>
    /// <param name="last">The last day that can have been: what claims to be of later is not counted yet.</param>
    internal static Appearance? Of(Paper paper, DateOnly last)
    {
        if (paper.Published is { } day && day.Year >= FirstYear && day <= last)
        {
            return new Appearance(day.DayNumber);
        }

        if (MonthOf(paper) is { } month && month <= last)
        {
            return new Appearance(-((100 * month.Year) + month.Month));
        }

        return paper.Year is { } year && year >= FirstYear && year <= last.Year ? new Appearance(-100 * year) : null;
    }

    /// <summary>The stretches of the stream that it belongs to.</summary>
    internal IEnumerable<TopicWindow> Windows
    {
        get
        {
            if (Code >= 0)
            {
                var day = DateOnly.FromDayNumber(Code);
                return [TopicWindow.Of(TopicSpan.Day, day), TopicWindow.Of(TopicSpan.Week, day), TopicWindow.Of(TopicSpan.Month, day), TopicWindow.Of(TopicSpan.Year, day)];
            }

            var (year, month) = (-Code / 100, -Code % 100);
            var first = new DateOnly(year, Math.Max(1, month), 1);
            return month == 0 ? [TopicWindow.Of(TopicSpan.Year, first)] : [TopicWindow.Of(TopicSpan.Month, first), TopicWindow.Of(TopicSpan.Year, first)];
        }
    }

    private static DateOnly? MonthOf(Paper paper)
    {
        var id = paper.Identifiers.FirstOrDefault(identifier => identifier.Scheme == IdentifierScheme.ArXiv).Value ?? "";
        var digits = id.AsSpan(id.IndexOf('/', StringComparison.Ordinal) + 1);
        return digits.Length >= 4 && int.TryParse(digits[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code % 100 is >= 1 and <= 12
            ? new DateOnly((code / 100 >= 91 ? 1900 : 2000) + (code / 100), code % 100, 1)
            : null;
    }
}
