using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Papers;
using Winnow.Web.Links;
using Winnow.Web.Pages.Shared;

namespace Winnow.Web.Pages.Periods;

/// <summary>The papers that first appeared on a day, in a week or in a month.</summary>
internal sealed class PeriodModel(IPaperLibrary library, TimeProvider clock) : PageModel
{
    public CalendarPeriod Period { get; private set; }

    public PaperListing Listing { get; private set; } = null!;

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
        Listing = await PaperListing.ReadAsync(Request.Query, period.Path, (offset, limit) => library.GetAppearedAsync(period.First, period.Last, offset, limit, cancel));
        Around = await library.FindDaysAroundAsync(period.First, period.Last, cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Previous = Working(period.Previous, Around.Before, -1);
        var next = Working(period.Next, Around.After, 1);
        Next = next.First <= today || Around.After is not null ? next : null;
        var shown = period.Kind == PeriodKind.Day ? CalendarPeriod.Of(PeriodKind.Week, period.First) : period;
        Weeks = Calendar.Of(shown, await library.CountByDayAsync(shown.First, shown.Last, cancel));
        return Page();
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
