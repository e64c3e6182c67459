using Microsoft.Data.Sqlite;
using SQLitePCL;
using Winnow.Papers;

namespace Winnow.Storage.Sqlite;

/// <summary>Says what SQLite's failures mean to the owner of the library. What was acknowledged before stays stored, whatever happens.</summary>
internal static class SqliteFailure
{
    internal static LibraryException Explain(SqliteException failure, string path) => new(Sentence(failure, path), failure);

    private static string Sentence(SqliteException failure, string path) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => $"The disk that holds {path} is full: the last change was not stored; make room and do it again.",
        raw.SQLITE_BUSY => $"Another program has kept {path} locked for half a minute: close it and try again.",
        raw.SQLITE_NOTADB => $"{path} is no SQLite database, so it is no Winnow library: choose another data folder.",
        raw.SQLITE_CANTOPEN => $"{path} cannot be opened: see that its folder exists and may be written.",
        raw.SQLITE_READONLY or raw.SQLITE_PERM => $"{path} may not be written: see who owns it and its folder.",
        raw.SQLITE_CORRUPT => $"{path} is damaged: restore it from a backup, or move it away and import again.",
        raw.SQLITE_IOERR => $"The disk that holds {path} reports errors: the last change was not stored.",
        _ => $"{path} cannot be used: {failure.Message}",
    };
}
