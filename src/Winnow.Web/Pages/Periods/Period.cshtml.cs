using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Papers;
using Winnow.Trends;
using Winnow.Web.Links;
using Winnow.Web.Pages.Shared;

namespace Winnow.Web.Pages.Periods;

/// <summary>The papers that first appeared on a day, in a week or in a month.</summary>
internal sealed class PeriodModel(IPaperLibrary library, TrendingPapers trending, TimeProvider clock) : PageModel
{
    public CalendarPeriod Period { get; private set; }

    public PaperListing Listing { get; private set; } = null!;

    /// <summary>Whether the newest day comes first, rather than what got most attention since.</summary>
    public bool ByDate { get; private set; }

    /// <summary>All-time trend scores of the papers that have one.</summary>
    public IReadOnlyDictionary<PaperId, double> Scores { get; private set; } = new Dictionary<PaperId, double>();

    public string DatedPath => $"{Period.Path}?sort=date";

    public CalendarPeriod Previous { get; private set; }

    /// <summary>Null while it would lie in the future.</summary>
    public CalendarPeriod? Next { get; private set; }

    /// <summary>The nearest days with papers, for a period that has none.</summary>
    public (DateOnly? Before, DateOnly? After) Around { get; private set; }

    /// <summary>Days of the week or month; of a day, those of its week.</summary>
    public IReadOnlyList<IReadOnlyList<CalendarDay>> Weeks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string kind, string name, CancellationToken cancel)
    {
        if (!CalendarPeriod.TryParse(kind, PageLink.Unescape(name), out var period))
        {
            return NotFound();
        }

        Period = period;
        var ids = await library.GetAppearedIdsAsync(period.First, period.Last, cancel);
        Scores = await trending.GetScoresAsync(ids, TrendWindow.All, cancel);
        ByDate = Scores.Count == 0 || Request.Query["sort"] == "date";
        Listing = ByDate
            ? await PaperListing.ReadAsync(Request.Query, Scores.Count == 0 ? period.Path : DatedPath, (offset, limit) => library.GetAppearedAsync(period.First, period.Last, offset, limit, cancel))
            : await PaperListing.ReadAsync(Request.Query, period.Path, (offset, limit) => RankAsync(ids, offset, limit, cancel));
        Around = await library.FindDaysAroundAsync(period.First, period.Last, cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Previous = Working(period.Previous, Around.Before, -1);
        var next = Working(period.Next, Around.After, 1);
        Next = next.First <= today || Around.After is not null ? next : null;
        var shown = period.Kind == PeriodKind.Day ? CalendarPeriod.Of(PeriodKind.Week, period.First) : period;
        Weeks = Calendar.Of(shown, await library.CountByDayAsync(shown.First, shown.Last, cancel));
        return Page();
    }

    /// <summary>Papers with attention first, most of it first; the others after them by date.</summary>
    private async Task<PaperPage> RankAsync(IReadOnlyList<PaperId> ids, int offset, int limit, CancellationToken cancel)
    {
        PaperId[] page = [.. ids.OrderByDescending(id => Scores.GetValueOrDefault(id)).Skip(offset).Take(limit)];
        return new PaperPage(await library.GetAsync(page, cancel), ids.Count);
    }

    /// <summary>Friday for the Sunday or Saturday before a Monday, unless a paper appeared on them; the same after a Friday.</summary>
    private static CalendarPeriod Working(CalendarPeriod day, DateOnly? withPapers, int step)
    {
        while (day.IsWeekendDay && day.First != withPapers)
        {
            day = CalendarPeriod.Day(day.First.AddDays(step));
        }

        return day;
    }
}
