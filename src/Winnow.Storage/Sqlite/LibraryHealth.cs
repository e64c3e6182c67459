namespace Winnow.Storage.Sqlite;

/// <summary>What a check of the database file saw.</summary>
/// <param name="SqliteVersion">Of the library that reads it.</param>
/// <param name="Schema">The schema version of the file.</param>
/// <param name="Bytes">Size of the file with its write-ahead log.</param>
/// <param name="Problems">One sentence each; empty when the file is whole.</param>
public sealed record LibraryHealth(string SqliteVersion, long Schema, long Bytes, IReadOnlyList<string> Problems);
