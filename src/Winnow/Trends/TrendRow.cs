using Winnow.Papers;

namespace Winnow.Trends;

/// <summary>A paper's trend as the table in memory holds it: names by their numbers.</summary>
internal readonly record struct TrendRow(
    PaperId Paper, double Day, double Week, double Month, double All, DateTimeOffset Appeared, int[] Categories, int Venue, int Field)
{
    internal double Of(TrendWindow window) => window switch
    {
        TrendWindow.Day => Day,
        TrendWindow.Week => Week,
        TrendWindow.Month => Month,
        _ => All,
    };
}
