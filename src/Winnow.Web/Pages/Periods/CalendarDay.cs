namespace Winnow.Web.Pages.Periods;

/// <summary>One day in the calendar of a week or a month.</summary>
/// <param name="Day">The day.</param>
/// <param name="Papers">How many papers first appeared on it.</param>
/// <param name="Level">0 for none, else 1 to 4 by how many compared with the fullest day shown.</param>
/// <param name="Inside">Whether it belongs to the period; a month's first and last week hold days that do not.</param>
internal readonly record struct CalendarDay(DateOnly Day, long Papers, int Level, bool Inside);
