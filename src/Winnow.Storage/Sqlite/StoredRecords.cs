using Winnow.Papers;
using Winnow.Sources;

namespace Winnow.Storage.Sqlite;

/// <summary>Reads raw bytes that the library kept with the adapter of their format.</summary>
internal static class StoredRecords
{
    /// <exception cref="LibraryException">This Winnow does not know the format.</exception>
    internal static RecordFields Parse(RecordFormats formats, string format, byte[] raw) =>
        formats.Find(format) is { } adapter
            ? adapter.Parse(raw)
            : throw new LibraryException($"The library holds a record in the format \"{format}\", which this Winnow does not read: update Winnow.");
}
