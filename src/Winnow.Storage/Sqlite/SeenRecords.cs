using System.Collections;

namespace Winnow.Storage.Sqlite;

/// <summary>The records that an import has met: one bit for each record of the library, 125 KB for a million.</summary>
internal sealed class SeenRecords
{
    private readonly BitArray _seen = new(1024);

    /// <summary>Notes a record.</summary>
    /// <returns>Whether it was not noted before.</returns>
    internal bool Add(long ordinal)
    {
        var index = checked((int)ordinal);
        if (index >= _seen.Length)
        {
            _seen.Length = Math.Max(index + 1, _seen.Length + (_seen.Length / 2));
        }

        var isFirst = !_seen[index];
        _seen[index] = true;
        return isFirst;
    }
}
