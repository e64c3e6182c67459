using Winnow.Papers;
using Winnow.Trends.Signals;

namespace Winnow.Storage.Sqlite;

/// <summary>Reads what happened to a paper, over all its records.</summary>
internal static class SignalQueries
{
    internal static PaperSignals Of(Connection connection, PaperId paper) =>
        new(paper, Observations(connection, paper), Votes(connection, paper), Visits(connection, paper));

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

    private static List<Observation> Observations(Connection connection, PaperId paper)
    {
        var row = connection.Prepare("""
            SELECT DISTINCT observations.kind, signal_sources.name, observations.at, observations.count
            FROM records
            JOIN observations ON observations.record = records.id
            JOIN signal_sources ON signal_sources.id = observations.source
            WHERE records.paper = ?1
            ORDER BY observations.kind, signal_sources.name, observations.at, observations.count
            """).Bind(1, paper.Value);
        var observations = new List<Observation>();
        while (row.Step())
        {
            observations.Add(new Observation((SignalKind)row.Int64(0), row.Text(1), Moment(row.Int64(2)), row.Int64(3)));
        }

        return observations;
    }

    private static List<ReaderVote> Votes(Connection connection, PaperId paper)
    {
        // One who voted for two papers that became one voted once.
        var row = connection.Prepare("""
            SELECT reader_votes.reader, min(reader_votes.at), known_readers.since
            FROM records
            JOIN reader_votes ON reader_votes.record = records.id
            JOIN known_readers ON known_readers.reader = reader_votes.reader
            WHERE records.paper = ?1
            GROUP BY reader_votes.reader
            ORDER BY min(reader_votes.at), reader_votes.reader
            """).Bind(1, paper.Value);
        var votes = new List<ReaderVote>();
        while (row.Step())
        {
            votes.Add(new ReaderVote(new ReaderKey(row.Int64(0)), Moment(row.Int64(1)), Moment(Math.Min(row.Int64(1), row.Int64(2)))));
        }

        return votes;
    }

    private static List<ReaderVisit> Visits(Connection connection, PaperId paper)
    {
        var row = connection.Prepare("""
            SELECT reader_visits.reader, min(reader_visits.at), known_readers.since
            FROM records
            JOIN reader_visits ON reader_visits.record = records.id
            JOIN known_readers ON known_readers.reader = reader_visits.reader
            WHERE records.paper = ?1
            GROUP BY reader_visits.reader, reader_visits.day
            ORDER BY min(reader_visits.at), reader_visits.reader
            """).Bind(1, paper.Value);
        var visits = new List<ReaderVisit>();
        while (row.Step())
        {
            visits.Add(new ReaderVisit(new ReaderKey(row.Int64(0)), Moment(row.Int64(1)), Moment(Math.Min(row.Int64(1), row.Int64(2)))));
        }

        return visits;
    }

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
