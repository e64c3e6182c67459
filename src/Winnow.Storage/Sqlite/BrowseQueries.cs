using Winnow.Papers;
using Winnow.Papers.Merging;

namespace Winnow.Storage.Sqlite;

/// <summary>Reads lists of papers, venues and authors, each from an index or a table of counts.</summary>
internal static class BrowseQueries
{
    internal static LibraryCounts Count(Connection connection)
    {
        var sources = new Dictionary<string, long>(StringComparer.Ordinal);
        var row = connection.Prepare("SELECT name, records FROM sources WHERE records > 0 ORDER BY name");
        while (row.Step())
        {
            sources.Add(row.Text(0), row.Int64(1));
        }

        var totals = connection.Prepare("SELECT papers, abstracts FROM totals WHERE id = 1");
        totals.Step();
        var (papers, abstracts) = (totals.Int64(0), totals.Int64(1));
        totals.Reset();
        return new LibraryCounts(papers, abstracts, sources.Values.Sum(), sources, sources.Count == 1 && sources.ContainsKey(SourceRecord.SampleSource));
    }

    internal static List<VenueYears> Venues(Connection connection)
    {
        var row = connection.Prepare("SELECT venue, year, papers FROM venue_years ORDER BY venue, year DESC");
        var rows = new List<(string Venue, int Year, long Papers)>();
        while (row.Step())
        {
            rows.Add((row.Text(0), (int)row.Int64(1), row.Int64(2)));
        }

        return
        [
            .. rows.GroupBy(entry => entry.Venue, StringComparer.Ordinal)
                .Select(venue => new VenueYears(
                    venue.Key,
                    venue.Sum(entry => entry.Papers),
                    [.. venue.Where(entry => entry.Year != 0).Select(entry => (entry.Year, entry.Papers))]))
                .OrderByDescending(venue => venue.Papers)
                .ThenBy(venue => venue.Venue, StringComparer.Ordinal),
        ];
    }

    internal static PaperPage ByVenue(Connection connection, string venue, int? year, int offset, int limit)
    {
        var (first, last) = Years(year);
        var total = CountByVenue(connection, venue, first, last);
        var papers = connection.Prepare("""
            SELECT body
            FROM papers
            WHERE venue = ?1 AND year BETWEEN ?2 AND ?3
            ORDER BY year DESC, status_rank, title_key
            LIMIT ?4 OFFSET ?5
            """).Bind(1, venue).Bind(2, first).Bind(3, last).Bind(4, limit).Bind(5, offset);
        return new PaperPage(PaperQueries.All(papers), total);
    }

    internal static PaperPage ByAuthor(Connection connection, string name, int offset, int limit)
    {
        var key = AuthorName.Key(name);
        var total = connection.Prepare("SELECT papers FROM authors WHERE name_key = ?1").Bind(1, key).Number() ?? 0;
        var papers = connection.Prepare("""
            SELECT papers.body
            FROM author_papers
            JOIN papers ON papers.id = author_papers.paper
            WHERE author_papers.author = ?1
            ORDER BY author_papers.appeared DESC, author_papers.paper
            LIMIT ?2 OFFSET ?3
            """).Bind(1, IdentityKey.OfName(key)).Bind(2, limit).Bind(3, offset);
        return new PaperPage(PaperQueries.All(papers), total);
    }

    internal static List<AuthorCount> Authors(Connection connection, string prefix, int limit)
    {
        if (prefix.Length > 0)
        {
            return Authors(connection.Prepare("""
                SELECT name, papers
                FROM authors
                WHERE name_key >= ?1 AND name_key < ?1 || char(0x10FFFF)
                ORDER BY papers DESC, name_key
                LIMIT ?2
                """).Bind(1, prefix).Bind(2, limit));
        }

        var most = Authors(connection.Prepare("""
            SELECT name, papers
            FROM authors
            WHERE papers >= 10
            ORDER BY papers DESC
            LIMIT ?1
            """).Bind(1, limit));
        // A library too small to have so many busy authors is small enough to look at all of them.
        return most.Count == limit
            ? most
            : Authors(connection.Prepare("SELECT name, papers FROM authors ORDER BY papers DESC, name_key LIMIT ?1").Bind(1, limit));
    }

    internal static PaperPage Newest(Connection connection, int offset, int limit)
    {
        var total = connection.Prepare("SELECT papers FROM totals WHERE id = 1").Number() ?? 0;
        var papers = connection.Prepare("""
            SELECT body
            FROM papers
            WHERE appeared IS NOT NULL
            ORDER BY appeared DESC, position
            LIMIT ?1 OFFSET ?2
            """).Bind(1, limit).Bind(2, offset);
        return new PaperPage(PaperQueries.All(papers), total);
    }

    internal static PaperPage NewestByVenue(Connection connection, string venue, int? year, int offset, int limit)
    {
        var (first, last) = Years(year);
        // The inner statement sorts days alone; bodies are read for one page.
        var papers = connection.Prepare("""
            SELECT body
            FROM papers
            WHERE position IN (
                SELECT position
                FROM papers
                WHERE venue = ?1 AND year BETWEEN ?2 AND ?3
                ORDER BY appeared DESC, position
                LIMIT ?4 OFFSET ?5)
            ORDER BY appeared DESC, position
            """).Bind(1, venue).Bind(2, first).Bind(3, last).Bind(4, limit).Bind(5, offset);
        return new PaperPage(PaperQueries.All(papers), CountByVenue(connection, venue, first, last));
    }

    private static (int First, int Last) Years(int? year) => year is { } only ? (only, only) : (int.MinValue, int.MaxValue);

    private static long CountByVenue(Connection connection, string venue, int first, int last) => connection.Prepare("""
        SELECT total(papers)
        FROM venue_years
        WHERE venue = ?1 AND year BETWEEN ?2 AND ?3
        """).Bind(1, venue).Bind(2, first).Bind(3, last).Number() ?? 0;

    private static List<AuthorCount> Authors(Statement row)
    {
        var authors = new List<AuthorCount>();
        while (row.Step())
        {
            authors.Add(new AuthorCount(row.Text(0), row.Int64(1)));
        }

        return authors;
    }
}
