using Winnow.Papers;
using Winnow.Trends.Signals;

namespace Winnow.Storage.Sqlite;

/// <summary>
/// Reads what happened to papers, over all their records. Many papers at once: their ids are one parameter, and SQLite walks its trees in the order of the ids
/// rather than beginning anew for each paper.
/// </summary>
internal static class SignalQueries
{
    /// <summary>The signals of papers, in their order.</summary>
    internal static PaperSignals[] Of(Connection connection, IReadOnlyList<PaperId> papers)
    {
        var list = NumberList.Of(papers.Select(paper => paper.Value).Distinct().Order());
        var observations = Observations(connection, list);
        var votes = Votes(connection, list);
        var visits = Visits(connection, list);
        return
        [
            .. papers.Select(paper => new PaperSignals(
                paper, InOrder(observations.GetValueOrDefault(paper, [])), votes.GetValueOrDefault(paper, []), visits.GetValueOrDefault(paper, []))),
        ];
    }

    internal static HashSet<PaperId> Voted(Connection connection, IEnumerable<PaperId> papers, ReaderKey reader)
    {
        var row = connection.Prepare("""
            SELECT 1
            FROM records
            JOIN reader_votes ON reader_votes.record = records.id AND reader_votes.reader = ?2
            WHERE records.paper = ?1
            LIMIT 1
            """).Bind(2, reader.Value);
        return [.. papers.Where(paper => row.Bind(1, paper.Value).Number() is not null)];
    }

    private static Dictionary<PaperId, List<Observation>> Observations(Connection connection, string papers)
    {
        // CROSS JOIN keeps the order of the tables: from the list to its records to what was seen of them.
        var row = connection.Prepare("""
            SELECT list.value, observations.kind, observations.source, observations.at, observations.count
            FROM json_each(?1) AS list
            CROSS JOIN records ON records.paper = list.value
            CROSS JOIN observations ON observations.record = records.id
            """).Bind(1, papers);
        var sources = new Dictionary<long, string>();
        var found = new Dictionary<PaperId, List<Observation>>();
        while (row.Step())
        {
            var source = row.Int64(2);
            if (!sources.TryGetValue(source, out var name))
            {
                sources.Add(source, name = Source(connection, source));
            }

            Add(found, row.Int64(0), new Observation((SignalKind)row.Int64(1), name, Moment(row.Int64(3)), row.Int64(4)));
        }

        return found;
    }

    private static string Source(Connection connection, long id)
    {
        var row = connection.Prepare("SELECT name FROM signal_sources WHERE id = ?1").Bind(1, id);
        row.Step();
        var name = row.Text(0);
        row.Reset();
        return name;
    }

    private static Dictionary<PaperId, List<ReaderVote>> Votes(Connection connection, string papers)
    {
        // One who voted for two papers that became one voted once.
        var row = connection.Prepare("""
            SELECT list.value, reader_votes.reader, min(reader_votes.at) AS first, known_readers.since
            FROM json_each(?1) AS list
            CROSS JOIN records ON records.paper = list.value
            CROSS JOIN reader_votes ON reader_votes.record = records.id
            CROSS JOIN known_readers ON known_readers.reader = reader_votes.reader
            GROUP BY list.value, reader_votes.reader
            ORDER BY list.value, first, reader_votes.reader
            """).Bind(1, papers);
        var votes = new Dictionary<PaperId, List<ReaderVote>>();
        while (row.Step())
        {
            Add(votes, row.Int64(0), new ReaderVote(new ReaderKey(row.Int64(1)), Moment(row.Int64(2)), Moment(Math.Min(row.Int64(2), row.Int64(3)))));
        }

        return votes;
    }

    private static Dictionary<PaperId, List<ReaderVisit>> Visits(Connection connection, string papers)
    {
        var row = connection.Prepare("""
            SELECT list.value, reader_visits.reader, min(reader_visits.at) AS first, known_readers.since
            FROM json_each(?1) AS list
            CROSS JOIN records ON records.paper = list.value
            CROSS JOIN reader_visits ON reader_visits.record = records.id
            CROSS JOIN known_readers ON known_readers.reader = reader_visits.reader
            GROUP BY list.value, reader_visits.reader, reader_visits.day
            ORDER BY list.value, first, reader_visits.reader
            """).Bind(1, papers);
        var visits = new Dictionary<PaperId, List<ReaderVisit>>();
        while (row.Step())
        {
            Add(visits, row.Int64(0), new ReaderVisit(new ReaderKey(row.Int64(1)), Moment(row.Int64(2)), Moment(Math.Min(row.Int64(2), row.Int64(3)))));
        }

        return visits;
    }

    /// <summary>By kind, source, time and count, no two alike. Nearly all papers have one record, whose rows come like that already.</summary>
    private static List<Observation> InOrder(List<Observation> seen)
    {
        for (var i = 1; i < seen.Count; i++)
        {
            if (Compare(seen[i - 1], seen[i]) >= 0)
            {
                return [.. seen.Order(Comparer<Observation>.Create(Compare)).Distinct()];
            }
        }

        return seen;
    }

    private static int Compare(Observation one, Observation other)
    {
        var order = one.Kind.CompareTo(other.Kind);
        order = order != 0 ? order : string.CompareOrdinal(one.Source, other.Source);
        order = order != 0 ? order : one.At.CompareTo(other.At);
        return order != 0 ? order : one.Count.CompareTo(other.Count);
    }

    private static void Add<T>(Dictionary<PaperId, List<T>> found, long paper, T one)
    {
        if (!found.TryGetValue(new PaperId(paper), out var list))
        {
            found.Add(new PaperId(paper), list = []);
        }

        list.Add(one);
    }

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
