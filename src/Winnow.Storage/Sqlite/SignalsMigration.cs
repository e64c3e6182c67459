namespace Winnow.Storage.Sqlite;

/// <summary>What happened to papers, and the trends computed from it.</summary>
internal static class SignalsMigration
{
    internal const string Sql = """
        CREATE TABLE signal_sources (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE CHECK (name <> '')
        ) STRICT;

        -- Of records.id, without a foreign key: what was seen of a record stays true when the record is forgotten, and counts again when it comes back.
        CREATE TABLE observations (
            record INTEGER NOT NULL,
            kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),    -- SignalKind
            source INTEGER NOT NULL REFERENCES signal_sources (id),
            at INTEGER NOT NULL,           -- milliseconds since 1970
            count INTEGER NOT NULL CHECK (count >= 0),
            PRIMARY KEY (record, kind, source, at, count)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE known_readers (
            reader INTEGER PRIMARY KEY,    -- ReaderKey
            since INTEGER NOT NULL         -- milliseconds since 1970
        ) STRICT;

        CREATE TABLE reader_votes (
            record INTEGER NOT NULL,
            reader INTEGER NOT NULL REFERENCES known_readers (reader),
            at INTEGER NOT NULL,           -- milliseconds since 1970
            PRIMARY KEY (record, reader)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE reader_visits (
            record INTEGER NOT NULL,
            day INTEGER NOT NULL,          -- day number in UTC, 0 is 0001-01-01
            reader INTEGER NOT NULL REFERENCES known_readers (reader),
            at INTEGER NOT NULL,           -- milliseconds since 1970
            PRIMARY KEY (record, day, reader)
        ) STRICT, WITHOUT ROWID;

        -- Papers whose trend is out of date. Queued again, a paper gets a higher mark, so that whoever computes it knows whether it changed meanwhile.
        CREATE TABLE stale_trends (
            mark INTEGER PRIMARY KEY AUTOINCREMENT,
            paper INTEGER NOT NULL UNIQUE
        ) STRICT;

        -- The rowid is the revision of the newest change. A paper without a trend any more keeps a row without values, for those who have yet to hear of it.
        CREATE TABLE paper_trends (
            revision INTEGER PRIMARY KEY,
            paper INTEGER NOT NULL UNIQUE,
            day REAL,                      -- PaperTrend has the meaning of these
            week REAL,
            month REAL,
            total REAL,
            appeared INTEGER,              -- milliseconds since 1970
            categories TEXT,               -- separated by line feeds
            venue TEXT,
            CHECK ((day IS NULL) = (week IS NULL) AND (day IS NULL) = (month IS NULL) AND (day IS NULL) = (total IS NULL) AND (day IS NULL) = (appeared IS NULL))
        ) STRICT;

        CREATE TABLE trend_formula (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            version INTEGER NOT NULL
        ) STRICT;
        INSERT INTO trend_formula (id, version) VALUES (1, 0);
        """;
}
