using Winnow.Papers;

namespace Winnow.Storage.Sqlite;

/// <summary>The table <c>papers</c> and what is counted from it. Every write gives the paper a new position.</summary>
internal sealed class PaperRows(Connection connection)
{
    private readonly PaperBody _body = new();
    private readonly AuthorRows _authors = new(connection);
    private readonly VenueRows _venues = new(connection);
    private long _position;
    private long _papers;
    private long _abstracts;

    /// <summary>Call first in a transaction: another process may have written since the last one.</summary>
    internal void Begin()
    {
        _position = connection.Prepare("SELECT max(position) FROM papers").Number() ?? 0;
        _papers = _abstracts = 0;
        _authors.Begin();
        _venues.Begin();
    }

    internal void Write(Paper paper)
    {
        Forget(paper.Id);
        var facts = BrowseFacts.Of(paper);
        connection.Prepare("""
            INSERT INTO papers (position, id, appeared, venue, year, status_rank, title_key, body)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """)
            .Bind(1, ++_position)
            .Bind(2, paper.Id.Value)
            .Bind(3, facts.Appeared)
            .Bind(4, facts.Venue)
            .Bind(5, facts.Year)
            .Bind(6, StatusRank.Of(paper.Status))
            .Bind(7, BrowseFacts.TitleKey(paper.Title))
            .Bind(8, _body.Write(paper))
            .Run();
        Count(paper.Id, facts, 1);
    }

    /// <summary>Leaves a row without a body.</summary>
    internal void Remove(PaperId id)
    {
        Forget(id);
        connection.Prepare("""
            INSERT INTO papers (position, id, year, status_rank, title_key)
            VALUES (?1, ?2, 0, 0, '')
            """).Bind(1, ++_position).Bind(2, id.Value).Run();
    }

    /// <summary>Call last in a transaction: writes the counts.</summary>
    internal void Flush()
    {
        _authors.Flush();
        _venues.Flush();
        connection.Prepare("UPDATE totals SET papers = papers + ?1, abstracts = abstracts + ?2 WHERE id = 1").Bind(1, _papers).Bind(2, _abstracts).Run();
    }

    private void Forget(PaperId id)
    {
        var row = connection.Prepare("SELECT position, body FROM papers WHERE id = ?1").Bind(1, id.Value);
        if (!row.Step())
        {
            return;
        }

        var position = row.Int64(0);
        var facts = row.IsNull(1) ? null : BrowseFacts.Of(PaperBody.Read(row.Blob(1)));
        row.Reset();
        connection.Prepare("DELETE FROM papers WHERE position = ?1").Bind(1, position).Run();
        if (facts is not null)
        {
            Count(id, facts, -1);
        }
    }

    private void Count(PaperId id, BrowseFacts facts, int sign)
    {
        _papers += sign;
        _abstracts += facts.HasAbstract ? sign : 0;
        _authors.Count(id, facts, sign);
        _venues.Count(facts, sign);
    }
}
