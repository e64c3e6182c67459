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
    private const int Windows = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<PaperId, int> _rows = [];
    private readonly List<Row> _table = [];
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
                Remove(change.Paper);
                if (change.Trend is { } trend)
                {
                    Add(change.Paper, trend);
                }

                Revision = Math.Max(Revision, change.Revision);
            }
        }
    }

    /// <summary>The best of a window, and how many it has.</summary>
    internal TrendList Top(TrendingRequest request, DateTimeOffset now, int facets)
    {
        lock (_lock)
        {
            var passes = Filter(request);
            var window = (int)request.Window;
            var least = Math.Log2(TrendFormula.LeastEvidence) + Age(request.Window, now);
            var best = new PriorityQueue<int, (double Value, PaperId Paper)>(Comparer<(double Value, PaperId Paper)>.Create(Worst));
            var wanted = request.Offset + request.Limit;
            var categories = new int[_categories.Count];
            var venues = new int[_venues.Count];
            var total = 0;
            var rows = CollectionsMarshal.AsSpan(_table);
            for (var i = 0; i < rows.Length; i++)
            {
                ref readonly var row = ref rows[i];
                if (row.Values[window] < least)
                {
                    continue;
                }

                Count(row, categories, venues);
                if (!passes(row))
                {
                    continue;
                }

                total++;
                var value = row.Values[window] + _usage.Offset(row.Field);
                if (best.Count < wanted)
                {
                    best.Enqueue(i, (value, row.Paper));
                }
                else if (wanted > 0 && best.TryPeek(out _, out var last) && Worst((value, row.Paper), last) > 0)
                {
                    best.EnqueueDequeue(i, (value, row.Paper));
                }
            }

            var papers = new List<TrendStanding>(best.Count);
            while (best.TryDequeue(out var i, out var key))
            {
                papers.Add(Standing(_table[i], key.Value, request.Window, now));
            }

            papers.Reverse();
            return new TrendList([.. papers.Skip(request.Offset)], total, _categories.Facets(categories, facets), _venues.Facets(venues, facets));
        }
    }

    /// <summary>Where papers stand in a window; those without a trend are left out.</summary>
    internal IReadOnlyList<TrendStanding> Find(IEnumerable<PaperId> papers, TrendWindow window, DateTimeOffset now)
    {
        lock (_lock)
        {
            return
            [
                .. papers.Where(_rows.ContainsKey).Select(paper => _table[_rows[paper]])
                    .Select(row => Standing(row, row.Values[(int)window] + _usage.Offset(row.Field), window, now)),
            ];
        }
    }

    /// <summary>How much of a projected logarithm is time: what is left is today's.</summary>
    private static double Age(TrendWindow window, DateTimeOffset now) =>
        window is TrendWindow.All ? 0 : Evidence.HalfLives(now, TrendFormula.HalfLife(window));

    /// <summary>The lowest value first; of equal ones the larger id, so that the order is always the same.</summary>
    private static int Worst((double Value, PaperId Paper) left, (double Value, PaperId Paper) right) =>
        left.Value != right.Value ? left.Value.CompareTo(right.Value) : right.Paper.CompareTo(left.Paper);

    private static void Count(in Row row, int[] categories, int[] venues)
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

    private TrendStanding Standing(in Row row, double value, TrendWindow window, DateTimeOffset now)
    {
        var rates = new double[Windows];
        for (var i = 0; i < Windows; i++)
        {
            rates[i] = row.Values[i] - Age((TrendWindow)i, now);
        }

        return new TrendStanding(
            row.Paper, double.Exp2(value - Age(window, now)), _usage.Describe(row.Field), Movements.Of(rates, window, row.Appeared, now));
    }

    private Func<Row, bool> Filter(TrendingRequest request)
    {
        var categories = request.Category is { } category ? _categories.WithPrefix(category) : null;
        var venue = request.Venue is { } name ? _venues.Find(name) : -1;
        return (categories, request.Venue) switch
        {
            (null, null) => _ => true,
            (null, _) => row => row.Venue == venue && venue >= 0,
            (_, null) => row => row.Categories.AsSpan().IndexOfAny(categories) >= 0,
            _ => row => row.Venue == venue && venue >= 0 && row.Categories.AsSpan().IndexOfAny(categories) >= 0,
        };
    }

    private void Add(PaperId paper, PaperTrend trend)
    {
        var row = new Row(
            paper,
            [trend.Day, trend.Week, trend.Month, trend.All],
            trend.Appeared,
            [.. trend.Categories.Select(_categories.Add)],
            trend.Venue is { } venue ? _venues.Add(venue) : -1,
            FieldUsage.Field(trend));
        _rows.Add(paper, _table.Count);
        _table.Add(row);
        _usage.Add(row.Field, trend.All);
    }

    private void Remove(PaperId paper)
    {
        if (!_rows.Remove(paper, out var at))
        {
            return;
        }

        _usage.Remove(_table[at].Field, _table[at].Values[(int)TrendWindow.All]);
        var last = _table.Count - 1;
        if (at != last)
        {
            _table[at] = _table[last];
            _rows[_table[at].Paper] = at;
        }

        _table.RemoveAt(last);
    }

    private readonly record struct Row(PaperId Paper, double[] Values, DateTimeOffset Appeared, int[] Categories, int Venue, string Field);
}
