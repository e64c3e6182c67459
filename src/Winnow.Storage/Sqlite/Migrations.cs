namespace Winnow.Storage.Sqlite;

/// <summary>The steps from an empty database to the present schema. Only ever added to: a released step is never changed.</summary>
internal static class Migrations
{
    internal static readonly IReadOnlyList<string> All = [Library, DeletionsMigration.Sql, SignalsMigration.Sql, SyncMigration.Sql, CoveringIndexes.Sql, CollectionsMigration.Sql];

    /// <summary>Records, papers, and what browsing needs at once in a library of millions.</summary>
    private const string Library = """
        CREATE TABLE sources (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE CHECK (name <> ''),
            records INTEGER NOT NULL CHECK (records >= 0)
        ) STRICT;

        CREATE TABLE records (
            ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
            id INTEGER NOT NULL UNIQUE CHECK (id >= 0),
            paper INTEGER NOT NULL CHECK (paper >= 0),
            source INTEGER NOT NULL REFERENCES sources (id),
            key TEXT NOT NULL,
            format TEXT NOT NULL CHECK (format <> ''),
            version INTEGER,
            updated INTEGER,               -- day number, 0 is 0001-01-01
            read_at INTEGER NOT NULL,      -- milliseconds since 1970
            content_hash INTEGER NOT NULL,
            identity BLOB NOT NULL,        -- RecordIdentityBytes
            raw BLOB NOT NULL              -- PackedBytes
        ) STRICT;
        CREATE INDEX records_by_paper ON records (paper);
        CREATE INDEX records_by_source ON records (source);

        -- Every key under which a record is found or may meet another one.
        CREATE TABLE record_keys (
            key INTEGER NOT NULL,
            record INTEGER NOT NULL,
            PRIMARY KEY (key, record)
        ) STRICT, WITHOUT ROWID;

        -- The rowid is the position of the paper's newest change: what changed since is a range, and writing appends.
        -- A paper that is gone keeps a row without a body, for those who have yet to hear of it.
        CREATE TABLE papers (
            position INTEGER PRIMARY KEY,
            id INTEGER NOT NULL UNIQUE CHECK (id >= 0),
            appeared INTEGER,              -- yyyymmdd, with zeros for what is not known
            venue TEXT,
            year INTEGER NOT NULL,         -- 0: not known
            status_rank INTEGER NOT NULL,
            title_key TEXT NOT NULL,
            body BLOB,                     -- PaperBody
            CHECK ((body IS NULL) = (appeared IS NULL)),
            CHECK (body IS NOT NULL OR venue IS NULL)
        ) STRICT;
        CREATE INDEX papers_by_appearance ON papers (appeared DESC) WHERE appeared IS NOT NULL;
        CREATE INDEX papers_by_venue ON papers (venue, year DESC, status_rank, title_key) WHERE venue IS NOT NULL;

        CREATE TABLE totals (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            papers INTEGER NOT NULL CHECK (papers >= 0),
            abstracts INTEGER NOT NULL CHECK (abstracts BETWEEN 0 AND papers)
        ) STRICT;
        INSERT INTO totals (id, papers, abstracts) VALUES (1, 0, 0);

        CREATE TABLE venue_years (
            venue TEXT NOT NULL,
            year INTEGER NOT NULL,         -- 0: not known
            papers INTEGER NOT NULL CHECK (papers > 0),
            PRIMARY KEY (venue, year)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE authors (
            name_key TEXT PRIMARY KEY,
            name TEXT NOT NULL,            -- the spelling that most papers use
            papers INTEGER NOT NULL CHECK (papers > 0),
            spellings TEXT                 -- the other spellings with their papers, as a JSON object; null when there are none
        ) STRICT, WITHOUT ROWID;
        -- Most authors have few papers: an index of the rest answers "who has most" and is rarely written.
        CREATE INDEX authors_by_papers ON authors (papers DESC) WHERE papers >= 10;

        CREATE TABLE author_papers (
            author INTEGER NOT NULL,       -- hash of authors.name_key
            appeared INTEGER NOT NULL,
            paper INTEGER NOT NULL,
            PRIMARY KEY (author, appeared DESC, paper)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE imports (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            input TEXT NOT NULL,
            started INTEGER NOT NULL,      -- milliseconds since 1970
            last_active INTEGER NOT NULL CHECK (last_active >= started),
            state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'stopped')),
            new INTEGER NOT NULL DEFAULT 0,
            merged INTEGER NOT NULL DEFAULT 0,
            updated INTEGER NOT NULL DEFAULT 0,
            unchanged INTEGER NOT NULL DEFAULT 0,
            rejected INTEGER NOT NULL DEFAULT 0,
            rejections TEXT
        ) STRICT;
        """;
}
