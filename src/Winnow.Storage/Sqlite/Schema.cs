using Winnow.Papers;

namespace Winnow.Storage.Sqlite;

/// <summary>Brings a database to the present schema, or says in one sentence why it cannot be used.</summary>
internal static class Schema
{
    /// <summary>"Wnnw": tells a Winnow library from any other SQLite file.</summary>
    private const int ApplicationId = 0x576E6E77;

    internal static void Migrate(Connection connection, string path, IReadOnlyList<string> migrations)
    {
        Recognise(connection, path, migrations.Count);
        // Decided once, when the file is new. A paper takes 1 KB: of 8 KB pages less is left empty, and half as many are written (6 % smaller, a third less
        // time in the kernel than with 4 KB).
        connection.Pragma("page_size = 8192");
        connection.Pragma("journal_mode = WAL");
        for (var done = connection.PragmaNumber("user_version"); done < migrations.Count; done = connection.PragmaNumber("user_version"))
        {
            connection.Execute("BEGIN IMMEDIATE");
            try
            {
                // Another process may have taken the step while this one waited for the lock.
                if (connection.PragmaNumber("user_version") == done)
                {
                    connection.Execute(migrations[(int)done]);
                    connection.Pragma($"application_id = {ApplicationId}");
                    connection.Pragma($"user_version = {done + 1}");
                }

                connection.Execute("COMMIT");
            }
            catch
            {
                connection.Execute("ROLLBACK");
                throw;
            }
        }
    }

    private static void Recognise(Connection connection, string path, int known)
    {
        var version = connection.PragmaNumber("user_version");
        var isEmpty = connection.Prepare("SELECT count(*) FROM sqlite_schema").Number() == 0;
        if (!isEmpty && connection.PragmaNumber("application_id") != ApplicationId)
        {
            throw new LibraryException($"{path} is a database of another program, not a Winnow library: choose another data folder.");
        }

        if (version > known)
        {
            throw new LibraryException($"{path} was written by a newer Winnow (schema {version}, this one knows {known}): update Winnow to open it.");
        }
    }
}
