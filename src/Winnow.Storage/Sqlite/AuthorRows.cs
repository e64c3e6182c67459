using System.Runtime.InteropServices;
using Winnow.Papers;
using Winnow.Papers.Merging;

namespace Winnow.Storage.Sqlite;

/// <summary>The tables <c>authors</c> and <c>author_papers</c>. An author is a folded name; counts are summed up over a transaction and written once.</summary>
internal sealed class AuthorRows(Connection connection)
{
    private readonly Dictionary<(string Key, string Spelling), int> _changes = [];

    internal void Begin() => _changes.Clear();

    internal void Count(PaperId paper, BrowseFacts facts, int sign)
    {
        var statement = connection.Prepare(sign > 0
            ? "INSERT INTO author_papers (author, appeared, paper) VALUES (?1, ?2, ?3)"
            : "DELETE FROM author_papers WHERE author = ?1 AND appeared = ?2 AND paper = ?3");
        statement.Bind(2, facts.Appeared).Bind(3, paper.Value);
        foreach (var (key, spelling) in facts.Authors)
        {
            statement.Bind(1, IdentityKey.OfName(key)).Run();
            CollectionsMarshal.GetValueRefOrAddDefault(_changes, (key, spelling), out _) += sign;
        }
    }

    internal void Flush()
    {
        foreach (var author in _changes.Where(change => change.Value != 0).GroupBy(change => change.Key.Key, StringComparer.Ordinal))
        {
            var spellings = Find(author.Key);
            foreach (var ((_, spelling), change) in author)
            {
                spellings.Count(spelling, change);
            }

            Write(author.Key, spellings);
        }
    }

    private Spellings Find(string key)
    {
        var row = connection.Prepare("SELECT name, papers, spellings FROM authors WHERE name_key = ?1").Bind(1, key);
        if (!row.Step())
        {
            return Spellings.None();
        }

        var spellings = Spellings.Read(row.Text(0), row.Int64(1), row.IsNull(2) ? null : row.Text(2));
        row.Reset();
        return spellings;
    }

    private void Write(string key, Spellings spellings)
    {
        if (spellings.Papers == 0)
        {
            connection.Prepare("DELETE FROM authors WHERE name_key = ?1").Bind(1, key).Run();
            return;
        }

        connection.Prepare("""
            INSERT INTO authors (name_key, name, papers, spellings)
            VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (name_key) DO UPDATE SET name = excluded.name, papers = excluded.papers, spellings = excluded.spellings
            """)
            .Bind(1, key)
            .Bind(2, spellings.Usual)
            .Bind(3, spellings.Papers)
            .Bind(4, spellings.WriteOthers())
            .Run();
    }
}
