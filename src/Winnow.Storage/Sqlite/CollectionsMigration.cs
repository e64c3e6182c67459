namespace Winnow.Storage.Sqlite;

/// <summary>Readers' lists of papers.</summary>
internal static class CollectionsMigration
{
    internal const string Sql = """
        CREATE TABLE collections (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
            name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
            description TEXT NOT NULL,
            created INTEGER NOT NULL,      -- milliseconds since 1970
            changed INTEGER NOT NULL CHECK (changed >= created)
        ) STRICT;

        -- Of records.id, without a foreign key, as signals are: a paper whose record is forgotten is in its collections again when the record comes back.
        CREATE TABLE collected_records (
            collection INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
            record INTEGER NOT NULL,
            added INTEGER NOT NULL,        -- milliseconds since 1970
            note TEXT NOT NULL,
            PRIMARY KEY (collection, record)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX collected_by_record ON collected_records (record);
        """;
}
