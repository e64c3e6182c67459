using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Winnow.Storage.Sqlite;

/// <summary>Reads a database file without changing it, and says whether it is whole.</summary>
public static class LibraryCheck
{
    /// <summary>SQLite lists at most so many; one is enough to know.</summary>
    private const int MostProblems = 5;

    /// <summary>Reads every page and row (<c>PRAGMA quick_check</c>).</summary>
    public static LibraryHealth Examine(string path)
    {
        var bytes = Size(path) + Size(path + "-wal");
        var problems = new List<string>();
        long schema = 0;
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            schema = long.Parse(Rows(connection, "PRAGMA user_version")[0], CultureInfo.InvariantCulture);
            problems.AddRange(Rows(connection, $"PRAGMA quick_check({MostProblems})").Where(row => row != "ok"));
        }
        catch (SqliteException damage)
        {
            problems.Add(damage.Message);
        }

        return new LibraryHealth(SQLitePCL.raw.sqlite3_libversion().utf8_to_string(), schema, bytes, problems);
    }

    private static long Size(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private static List<string> Rows(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetValue(0).ToString()!);
        }

        return rows;
    }
}
