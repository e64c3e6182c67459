using Winnow.Papers;

namespace Winnow.Trends;

/// <summary>The highest values of a pass, and of equal ones the smaller ids, so that the order is always the same.</summary>
/// <param name="wanted">How many are kept.</param>
internal sealed class BestTrends(int wanted)
{
    private readonly PriorityQueue<int, (double Value, PaperId Paper)> _rows = new(Comparer<(double Value, PaperId Paper)>.Create(Compare));
    private double _lowest = wanted > 0 ? double.NegativeInfinity : double.PositiveInfinity;

    /// <param name="row">What is found again by <see cref="Descending"/>.</param>
    /// <param name="value">Higher is better.</param>
    /// <param name="paper">Decides between equal values.</param>
    internal void Add(int row, double value, PaperId paper)
    {
        // Nearly all of a long pass end here, at the cost of one comparison.
        if (value < _lowest || wanted == 0)
        {
            return;
        }

        if (_rows.Count < wanted)
        {
            _rows.Enqueue(row, (value, paper));
        }
        else if (_rows.TryPeek(out _, out var last) && Compare((value, paper), last) > 0)
        {
            _rows.EnqueueDequeue(row, (value, paper));
        }

        if (_rows.Count == wanted && _rows.TryPeek(out _, out var lowest))
        {
            _lowest = lowest.Value;
        }
    }

    /// <summary>Empties it, best first.</summary>
    internal List<(int Row, double Value)> Descending()
    {
        var rows = new List<(int Row, double Value)>(_rows.Count);
        while (_rows.TryDequeue(out var row, out var key))
        {
            rows.Add((row, key.Value));
        }

        rows.Reverse();
        return rows;
    }

    private static int Compare((double Value, PaperId Paper) left, (double Value, PaperId Paper) right) =>
        left.Value != right.Value ? left.Value.CompareTo(right.Value) : right.Paper.CompareTo(left.Paper);
}
