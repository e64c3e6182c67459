namespace Winnow.Storage.Sqlite;

/// <summary>What sources have deleted, and how many of them an import found.</summary>
internal static class DeletionsMigration
{
    internal const string Sql = """
        -- A deletion may be read before its record is, so it stands on its own.
        CREATE TABLE deletions (
            record INTEGER PRIMARY KEY CHECK (record >= 0),    -- records.id
            deleted_on INTEGER NOT NULL CHECK (deleted_on >= 0) -- day number, 0 is 0001-01-01
        ) STRICT;

        ALTER TABLE imports ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
        """;
}
