using System.Runtime.InteropServices;
using Winnow.Papers;
using Winnow.Trends.Scoring;
using Winnow.Trends.Signals;

namespace Winnow.Trends;

/// <summary>
/// All trends in memory, some 100 bytes each: a list is one pass over them, whatever it is narrowed to, and needs no index that every vote would have to
/// maintain. Thread-safe.
/// </summary>
internal sealed class TrendTable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<PaperId, int> _rows = [];
    private readonly List<TrendRow> _table = [];
    private readonly TrendNames _categories = new();
    private readonly TrendNames _venues = new();
    private readonly FieldUsage _usage = new();

    /// <summary>The store's revision up to which the table knows its changes.</summary>
    internal long Revision { get; private set; }

    internal void Apply(IReadOnlyList<TrendChange> changes)
    {
        lock (_lock)
        {
            foreach (var change in changes)
            {
                // Two requests may have asked for the same changes, and the one with fewer may come last.
                if (change.Revision <= Revision)
                {
                    continue;
                }

                Remove(change.Paper);
                if (change.Trend is { } trend)
                {
                    Add(change.Paper, trend);
                }

                Revision = change.Revision;
            }
        }
    }

    /// <summary>The best of a window, and how many it has.</summary>
    internal TrendList Top(TrendingRequest request, DateTimeOffset now, int facets)
    {
        lock (_lock)
        {
            var best = new Best(request.Offset + request.Limit);
            var filter = Filter(request);
            var offsets = _usage.Offsets();
            var least = Math.Log2(TrendFormula.LeastEvidence) + Age(request.Window, now);
            var categories = new int[_categories.Count];
            var venues = new int[_venues.Count];
            var total = 0;
            var rows = CollectionsMarshal.AsSpan(_table);
            for (var i = 0; i < rows.Length; i++)
            {
                ref readonly var row = ref rows[i];
                var value = row.Of(request.Window);
                if (value < least)
                {
                    continue;
                }

                Count(row, categories, venues);
                if (filter.Passes(row))
                {
                    total++;
                    best.Add(i, value + offsets[row.Field], row.Paper);
                }
            }

            var papers = best.Ascending().Select(entry => Standing(_table[entry.Row], entry.Value, request.Window, now)).ToList();
            papers.Reverse();
            return new TrendList([.. papers.Skip(request.Offset)], total, _categories.Facets(categories, facets), _venues.Facets(venues, facets));
        }
    }

    /// <summary>Where papers stand in a window; those without a trend are left out.</summary>
    internal IReadOnlyList<TrendStanding> Find(IEnumerable<PaperId> papers, TrendWindow window, DateTimeOffset now)
    {
        lock (_lock)
        {
            var offsets = _usage.Offsets();
            return
            [
                .. papers.Where(_rows.ContainsKey).Select(paper => _table[_rows[paper]])
                    .Select(row => Standing(row, row.Of(window) + offsets[row.Field], window, now)),
            ];
        }
    }

    /// <summary>How much of a projected logarithm is time: what is left is today's.</summary>
    private static double Age(TrendWindow window, DateTimeOffset now) =>
        window is TrendWindow.All ? 0 : Evidence.HalfLives(now, TrendFormula.HalfLife(window));

    private static void Count(in TrendRow row, int[] categories, int[] venues)
    {
        foreach (var category in row.Categories)
        {
            categories[category]++;
        }

        if (row.Venue >= 0)
        {
            venues[row.Venue]++;
        }
    }

    private TrendStanding Standing(in TrendRow row, double value, TrendWindow window, DateTimeOffset now)
    {
        ReadOnlySpan<double> evidence =
        [
            row.Day - Age(TrendWindow.Day, now), row.Week - Age(TrendWindow.Week, now), row.Month - Age(TrendWindow.Month, now), row.All,
        ];
        return new TrendStanding(
            row.Paper, double.Exp2(value - Age(window, now)), _usage.Describe(row.Field), Movements.Of(evidence, window, row.Appeared, now));
    }

    private TrendFilter Filter(TrendingRequest request) => new(
        request.Category is { } category ? _categories.WithPrefix(category) : null, request.Venue is { } venue ? _venues.Find(venue) : null);

    private void Add(PaperId paper, PaperTrend trend)
    {
        var row = new TrendRow(
            paper,
            trend.Day,
            trend.Week,
            trend.Month,
            trend.All,
            trend.Appeared,
            [.. trend.Categories.Select(_categories.Add)],
            trend.Venue is { } venue ? _venues.Add(venue) : -1,
            _usage.Field(trend));
        _rows.Add(paper, _table.Count);
        _table.Add(row);
        _usage.Add(row.Field, row.All);
    }

    private void Remove(PaperId paper)
    {
        if (!_rows.Remove(paper, out var at))
        {
            return;
        }

        _usage.Remove(_table[at].Field, _table[at].All);
        var last = _table.Count - 1;
        if (at != last)
        {
            _table[at] = _table[last];
            _rows[_table[at].Paper] = at;
        }

        _table.RemoveAt(last);
    }

    /// <summary>The highest values of a pass, and of equal ones the smaller ids, so that the order is always the same.</summary>
    private sealed class Best(int wanted)
    {
        private readonly PriorityQueue<int, (double Value, PaperId Paper)> _rows = new(Comparer<(double Value, PaperId Paper)>.Create(Compare));

        internal void Add(int row, double value, PaperId paper)
        {
            if (_rows.Count < wanted)
            {
                _rows.Enqueue(row, (value, paper));
            }
            else if (_rows.TryPeek(out _, out var last) && Compare((value, paper), last) > 0)
            {
                _rows.EnqueueDequeue(row, (value, paper));
            }
        }

        internal IEnumerable<(int Row, double Value)> Ascending()
        {
            while (_rows.TryDequeue(out var row, out var key))
            {
                yield return (row, key.Value);
            }
        }

        private static int Compare((double Value, PaperId Paper) left, (double Value, PaperId Paper) right) =>
            left.Value != right.Value ? left.Value.CompareTo(right.Value) : right.Paper.CompareTo(left.Paper);
    }
}
