using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Winnow.Storage.Sqlite;

/// <summary>
/// One prepared statement, used again and again. The provider's command objects cost more than most of these statements do (an import runs some 30 for a
/// record) and sleep 150 ms between tries when the database is busy; SQLite's own handler waits in small steps.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    internal Statement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    internal Statement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, index, value));
        return this;
    }

    internal Statement Bind(int index, double? value)
    {
        if (value is not { } number)
        {
            return BindNull(index);
        }

        Check(raw.sqlite3_bind_double(_statement, index, number));
        return this;
    }

    internal Statement Bind(int index, long? value) => value is { } number ? Bind(index, number) : BindNull(index);

    internal Statement Bind(int index, string? value)
    {
        if (value is null)
        {
            return BindNull(index);
        }

        Check(raw.sqlite3_bind_text(_statement, index, value));
        return this;
    }

    internal Statement Bind(int index, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(_statement, index, value));
        return this;
    }

    /// <summary>Moves to the next row, if there is one; after the last the statement is ready to be bound again.</summary>
    internal bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        var reset = raw.sqlite3_reset(_statement);
        Check(result == raw.SQLITE_DONE ? reset : result);
        return false;
    }

    /// <summary>Runs a statement that gives no row.</summary>
    internal void Run() => Step();

    /// <summary>Runs to the first row's first number; null when there is no row or it is null.</summary>
    internal long? Number()
    {
        if (!Step())
        {
            return null;
        }

        var value = IsNull(0) ? (long?)null : Int64(0);
        Reset();
        return value;
    }

    /// <summary>Gives up the remaining rows, so that the read transaction they need can end.</summary>
    internal void Reset() => raw.sqlite3_reset(_statement);

    internal bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    internal long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    internal double Double(int column) => raw.sqlite3_column_double(_statement, column);

    internal string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <summary>Valid until the next step.</summary>
    internal ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Dispose() => _statement.Dispose();

    private Statement BindNull(int index)
    {
        Check(raw.sqlite3_bind_null(_statement, index));
        return this;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }
}
