namespace Winnow.Web.Pages.Periods;

internal enum PeriodKind
{
    Day,
    Week,
    Month,
}
