using Microsoft.Data.Sqlite;
using Winnow.Papers;

namespace Winnow.Benchmarks.Searching;

/// <summary>SQLite FTS5 on the same texts: what a good program has without an index of its own.</summary>
internal sealed class Fts5Peer : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _search;

    private Fts5Peer(SqliteConnection connection)
    {
        _connection = connection;
        _search = connection.CreateCommand();
        _search.CommandText = "SELECT rowid FROM t WHERE t MATCH $words ORDER BY bm25(t, 2, 1) LIMIT 10";
        _search.Parameters.Add("$words", SqliteType.Text);
        _search.Prepare();
    }

    /// <summary>Indexes all papers in one transaction and merges the index into one segment, which is FTS5 at its best.</summary>
    internal static async Task<Fts5Peer> BuildAsync(string file, IPaperLibrary library)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        // Room for the whole index: after the warm-up nothing is read from disk.
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -1000000; PRAGMA mmap_size = 2000000000;");
        Execute(connection, "CREATE VIRTUAL TABLE t USING fts5(title, abstract, tokenize = 'porter unicode61')");
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = "INSERT INTO t (rowid, title, abstract) VALUES ($id, $title, $abstract)";
            var id = insert.Parameters.Add("$id", SqliteType.Integer);
            var title = insert.Parameters.Add("$title", SqliteType.Text);
            var text = insert.Parameters.Add("$abstract", SqliteType.Text);
            for (var position = 0L; await library.GetChangesAsync(position, 5000, CancellationToken.None) is { Count: > 0 } changes; position = changes[^1].Position)
            {
                foreach (var paper in changes.Select(change => change.Paper).OfType<Paper>())
                {
                    (id.Value, title.Value, text.Value) = (paper.Id.Value, paper.Title, paper.Abstract ?? "");
                    insert.ExecuteNonQuery();
                }
            }

            transaction.Commit();
        }

        Execute(connection, "INSERT INTO t (t) VALUES ('optimize')");
        return new Fts5Peer(connection);
    }

    /// <summary>The ten best rows for any of the words.</summary>
    internal int Search(string text)
    {
        var words = text.Split([.. text.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase);
        _search.Parameters[0].Value = string.Join(" OR ", words.Select(word => $"\"{word}\""));
        var found = 0;
        using var reader = _search.ExecuteReader();
        while (reader.Read())
        {
            found++;
        }

        return found;
    }

    public void Dispose()
    {
        _search.Dispose();
        _connection.Dispose();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
