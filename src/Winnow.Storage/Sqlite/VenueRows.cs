using System.Runtime.InteropServices;

namespace Winnow.Storage.Sqlite;

/// <summary>The table <c>venue_years</c>: changes are summed up over a transaction and written once.</summary>
internal sealed class VenueRows(Connection connection)
{
    private readonly Dictionary<(string Venue, int Year), long> _changes = [];

    internal void Begin() => _changes.Clear();

    internal void Count(BrowseFacts facts, int sign)
    {
        if (facts.Venue is { } venue)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_changes, (venue, facts.Year), out _) += sign;
        }
    }

    internal void Flush()
    {
        foreach (var ((venue, year), change) in _changes.Where(change => change.Value != 0))
        {
            var before = connection.Prepare("SELECT papers FROM venue_years WHERE venue = ?1 AND year = ?2").Bind(1, venue).Bind(2, year).Number() ?? 0;
            var papers = before + change;
            if (papers == 0)
            {
                connection.Prepare("DELETE FROM venue_years WHERE venue = ?1 AND year = ?2").Bind(1, venue).Bind(2, year).Run();
            }
            else
            {
                connection.Prepare("""
                    INSERT INTO venue_years (venue, year, papers)
                    VALUES (?1, ?2, ?3)
                    ON CONFLICT (venue, year) DO UPDATE SET papers = excluded.papers
                    """).Bind(1, venue).Bind(2, year).Bind(3, papers).Run();
            }
        }
    }
}
