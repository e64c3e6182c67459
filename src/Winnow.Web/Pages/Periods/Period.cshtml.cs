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

    /// <summary>Whether any of its papers got attention, so that there is more than one order.</summary>
    public bool HasAttention { get; private set; }

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
        var dated = Request.Query["sort"] == "date";
        Listing = await PaperListing.ReadAsync(Request.Query, dated ? DatedPath : period.Path, (offset, limit) => ListAsync(ids, dated, offset, limit, cancel));
        ByDate = dated || !HasAttention;
        Around = await library.FindDaysAroundAsync(period.First, period.Last, cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Previous = Working(period.Previous, Around.Before, -1);
        var next = Working(period.Next, Around.After, 1);
        Next = next.First <= today || Around.After is not null ? next : null;
        var shown = period.Kind == PeriodKind.Day ? CalendarPeriod.Of(PeriodKind.Week, period.First) : period;
        Weeks = Calendar.Of(shown, await library.CountByDayAsync(shown.First, shown.Last, cancel));
        return Page();
    }

    /// <summary>Papers with attention first, most of it first, and the others after them by date; or all by date.</summary>
    private async Task<PaperPage> ListAsync(IReadOnlyList<PaperId> ids, bool dated, int offset, int limit, CancellationToken cancel)
    {
        var ranking = await trending.RankAsync(ids, TrendWindow.All, offset, dated ? 0 : limit, cancel);
        HasAttention = ranking.WithTrend > 0;
        return new PaperPage(await library.GetAsync(dated ? [.. ids.Skip(offset).Take(limit)] : ranking.Papers, cancel), ids.Count);
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
