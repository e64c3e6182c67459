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
    private readonly TrendColumns _table = new();
    private readonly CategorySets _sets = new();
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
            var best = new BestTrends(request.Offset + request.Limit);
            var filter = Filter(request);
            var offsets = _usage.Offsets();
            var least = Math.Log2(TrendFormula.LeastEvidence) + Age(request.Window, now);
            var sets = new int[_sets.Count];
            var venues = new int[_venues.Count + 1];
            var total = 0;
            var values = _table.Of(request.Window);
            var setOf = _table.Sets;
            var venueOf = _table.Venues;
            var fieldOf = _table.Fields;
            var papers = _table.Papers;
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] < least)
                {
                    continue;
                }

                sets[setOf[i]]++;
                // Papers without a venue are counted before the first one.
                venues[venueOf[i] + 1]++;
                if (filter.Passes(setOf[i], venueOf[i]))
                {
                    total++;
                    best.Add(i, values[i] + offsets[fieldOf[i]], papers[i]);
                }
            }

            return new TrendList(
                [.. best.Descending().Skip(request.Offset).Select(entry => Standing(entry.Row, entry.Value, request.Window, now))],
                total,
                _sets.Facets(sets, facets),
                _venues.Facets(venues[1..], facets));
        }
    }

    /// <summary>Orders papers of any choice by what they have in a window; see <see cref="PaperRanking"/>.</summary>
    internal PaperRanking Rank(IReadOnlyList<PaperId> papers, TrendWindow window, int offset, int limit)
    {
        lock (_lock)
        {
            var best = new BestTrends(offset + limit);
            var offsets = _usage.Offsets();
            var values = _table.Of(window);
            var fieldOf = _table.Fields;
            var others = new List<PaperId>();
            var found = 0;
            foreach (var paper in papers)
            {
                if (_rows.TryGetValue(paper, out var row))
                {
                    best.Add(row, values[row] + offsets[fieldOf[row]], paper);
                    found++;
                }
                else if (others.Count < offset + limit)
                {
                    others.Add(paper);
                }
            }

            return new PaperRanking([.. best.Descending().Select(entry => _table.Papers[entry.Row]).Concat(others).Skip(offset).Take(limit)], found);
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
                .. papers.Where(_rows.ContainsKey).Select(paper => _rows[paper])
                    .Select(row => Standing(row, _table.Of(window)[row] + offsets[_table.Fields[row]], window, now)),
            ];
        }
    }

    /// <summary>How much of a projected logarithm is time: what is left is today's.</summary>
    private static double Age(TrendWindow window, DateTimeOffset now) =>
        window is TrendWindow.All ? 0 : Evidence.HalfLives(now, TrendFormula.HalfLife(window));

    private TrendStanding Standing(int row, double value, TrendWindow window, DateTimeOffset now)
    {
        ReadOnlySpan<double> evidence =
        [
            _table.Of(TrendWindow.Day)[row] - Age(TrendWindow.Day, now),
            _table.Of(TrendWindow.Week)[row] - Age(TrendWindow.Week, now),
            _table.Of(TrendWindow.Month)[row] - Age(TrendWindow.Month, now),
            _table.Of(TrendWindow.All)[row],
        ];
        return new TrendStanding(
            _table.Papers[row],
            double.Exp2(value - Age(window, now)),
            _usage.Describe(_table.Fields[row]),
            Movements.Of(evidence, window, _table.Appeared[row], now));
    }

    private TrendFilter Filter(TrendingRequest request) => new(
        request.Category is { } category ? _sets.With(category) : null, request.Venue is { } venue ? _venues.Find(venue) : null);

    private void Add(PaperId paper, PaperTrend trend)
    {
        var field = _usage.Field(trend);
        _rows.Add(paper, _table.Add(paper, trend, _sets.Add(trend.Categories), trend.Venue is { } venue ? _venues.Add(venue) : -1, field));
        _usage.Add(field, trend.All);
    }

    private void Remove(PaperId paper)
    {
        if (!_rows.Remove(paper, out var at))
        {
            return;
        }

        _usage.Remove(_table.Fields[at], _table.Of(TrendWindow.All)[at]);
        _table.Remove(at);
        if (at < _table.Count)
        {
            _rows[_table.Papers[at]] = at;
        }
    }
}
