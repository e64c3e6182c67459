namespace Winnow.Web.Pages.Search;

/// <summary>Geometry of the years' bars: one per year from the first to the last, gaps included, in a drawing of fixed size that the page stretches.</summary>
internal sealed class YearHistogram
{
    public const int Width = 240;
    public const int Height = 56;

    private YearHistogram(IReadOnlyList<Bar> bars) => Bars = bars;

    /// <param name="Year">The year.</param>
    /// <param name="Papers">How many match in it.</param>
    /// <param name="X">Left edge, in drawing units.</param>
    /// <param name="BarWidth">Width, the gap to the next left out.</param>
    /// <param name="BarHeight">0 for no papers; at least 2 for one.</param>
    /// <param name="Chosen">Within the years filtered for.</param>
    internal readonly record struct Bar(int Year, long Papers, double X, double BarWidth, double BarHeight, bool Chosen);

    public IReadOnlyList<Bar> Bars { get; }

    public int First => Bars[0].Year;

    public int Last => Bars[^1].Year;

    /// <summary>The histogram, or null when fewer than two years match and there is nothing to choose.</summary>
    public static YearHistogram? Of(IReadOnlyList<(int Year, long Papers)> years, int? from, int? to)
    {
        if (years.Count < 2)
        {
            return null;
        }

        var (first, last) = (years[0].Year, years[^1].Year);
        var most = years.Max(year => year.Papers);
        var step = (double)Width / (last - first + 1);
        var gap = Math.Min(2, step / 4);
        var counts = years.ToDictionary(year => year.Year, year => year.Papers);
        var bars = new List<Bar>(last - first + 1);
        for (var year = first; year <= last; year++)
        {
            var papers = counts.GetValueOrDefault(year);
            var height = papers == 0 ? 0 : Math.Max(2, (double)Height * papers / most);
            bars.Add(new Bar(year, papers, (year - first) * step, step - gap, height, year >= (from ?? first) && year <= (to ?? last)));
        }

        return new YearHistogram(bars);
    }
}
