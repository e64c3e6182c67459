namespace Winnow.Storage.Sqlite;

/// <summary>Sources that the library follows, and their history.</summary>
internal static class SyncMigration
{
    internal const string Sql = """
        CREATE TABLE sync_sources (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
            kind TEXT NOT NULL CHECK (kind <> ''),
            follows TEXT NOT NULL,
            every INTEGER NOT NULL CHECK (every > 0),         -- seconds
            since INTEGER,                                    -- day number, 0 is 0001-01-01
            added INTEGER NOT NULL,                           -- milliseconds since 1970, as all moments here
            paused INTEGER NOT NULL CHECK (paused IN (0, 1)),
            cursor TEXT,                                      -- only the kind understands it
            next_run INTEGER NOT NULL,
            last_run INTEGER,
            last_success INTEGER CHECK (last_success <= last_run),
            failures INTEGER NOT NULL CHECK (failures >= 0),
            last_error TEXT
        ) STRICT;

        CREATE TABLE sync_runs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            source INTEGER NOT NULL REFERENCES sync_sources (id) ON DELETE CASCADE,
            started INTEGER NOT NULL,
            last_active INTEGER NOT NULL CHECK (last_active >= started),
            state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'waiting', 'failed', 'stopped')),
            pages INTEGER NOT NULL DEFAULT 0,
            new INTEGER NOT NULL DEFAULT 0,
            merged INTEGER NOT NULL DEFAULT 0,
            updated INTEGER NOT NULL DEFAULT 0,
            unchanged INTEGER NOT NULL DEFAULT 0,
            rejected INTEGER NOT NULL DEFAULT 0,
            withdrawn INTEGER NOT NULL DEFAULT 0,
            fraction REAL CHECK (fraction BETWEEN 0 AND 1),
            rejections TEXT,
            message TEXT
        ) STRICT;
        CREATE INDEX sync_runs_by_source ON sync_runs (source, id DESC);
        """;
}
