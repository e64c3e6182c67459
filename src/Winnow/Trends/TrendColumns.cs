using Winnow.Papers;

namespace Winnow.Trends;

/// <summary>
/// The trends of papers, one array a property: a pass over all papers of a window reads 20 bytes of each in a row, which takes 1 ms for 200,000 papers. As rows of
/// 100 bytes with a list of categories each, the same pass waited for memory most of its time.
/// </summary>
internal sealed class TrendColumns
{
    private readonly double[][] _values = [[], [], [], []];
    private PaperId[] _papers = [];
    private DateTimeOffset[] _appeared = [];
    private int[] _sets = [];
    private int[] _venues = [];
    private int[] _fields = [];

    internal int Count { get; private set; }

    internal ReadOnlySpan<PaperId> Papers => _papers.AsSpan(0, Count);

    /// <summary>Numbers of <see cref="CategorySets"/>.</summary>
    internal ReadOnlySpan<int> Sets => _sets.AsSpan(0, Count);

    /// <summary>Numbers of venues, -1 for none.</summary>
    internal ReadOnlySpan<int> Venues => _venues.AsSpan(0, Count);

    /// <summary>Numbers of fields, as <see cref="FieldUsage"/> has them.</summary>
    internal ReadOnlySpan<int> Fields => _fields.AsSpan(0, Count);

    internal ReadOnlySpan<DateTimeOffset> Appeared => _appeared.AsSpan(0, Count);

    /// <summary>Projected logarithms, as <see cref="PaperTrend"/> has them.</summary>
    internal ReadOnlySpan<double> Of(TrendWindow window) => _values[(int)window].AsSpan(0, Count);

    /// <returns>Its row.</returns>
    internal int Add(PaperId paper, PaperTrend trend, int set, int venue, int field)
    {
        if (Count == _papers.Length)
        {
            Grow();
        }

        var row = Count++;
        (_papers[row], _appeared[row], _sets[row], _venues[row], _fields[row]) = (paper, trend.Appeared, set, venue, field);
        (_values[0][row], _values[1][row], _values[2][row], _values[3][row]) = (trend.Day, trend.Week, trend.Month, trend.All);
        return row;
    }

    /// <summary>Takes a row out; the last one takes its place.</summary>
    internal void Remove(int row)
    {
        var last = --Count;
        (_papers[row], _appeared[row], _sets[row], _venues[row], _fields[row]) = (_papers[last], _appeared[last], _sets[last], _venues[last], _fields[last]);
        foreach (var column in _values)
        {
            column[row] = column[last];
        }
    }

    private void Grow()
    {
        var size = Math.Max(256, Count * 2);
        Array.Resize(ref _papers, size);
        Array.Resize(ref _appeared, size);
        Array.Resize(ref _sets, size);
        Array.Resize(ref _venues, size);
        Array.Resize(ref _fields, size);
        for (var window = 0; window < _values.Length; window++)
        {
            Array.Resize(ref _values[window], size);
        }
    }
}
