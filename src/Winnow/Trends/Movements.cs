using Winnow.Trends.Scoring;

namespace Winnow.Trends;

/// <summary>Decides whether a paper is new, rising or falling, from what is stored of its trend alone.</summary>
internal static class Movements
{
    /// <param name="evidence">For each window the binary logarithm of today's evidence.</param>
    /// <param name="window">The list's window.</param>
    /// <param name="appeared">When the paper came up.</param>
    /// <param name="now">The moment.</param>
    internal static TrendMovement Of(ReadOnlySpan<double> evidence, TrendWindow window, DateTimeOffset appeared, DateTimeOffset now)
    {
        if (TrendFormula.Length(window) is { } length && now - appeared < length)
        {
            return TrendMovement.New;
        }

        var (shorter, longer) = window switch
        {
            TrendWindow.Day or TrendWindow.Week => (TrendWindow.Day, TrendWindow.Week),
            _ => (TrendWindow.Week, TrendWindow.Month),
        };
        // Evidence that came at an even rate for ever is that rate times the half-life (over ln 2), so that the quotient is the rate.
        var difference = evidence[(int)shorter] - evidence[(int)longer] - Math.Log2(TrendFormula.HalfLife(shorter) / TrendFormula.HalfLife(longer));
        return difference > 0 ? TrendMovement.Rising : TrendMovement.Falling;
    }
}
