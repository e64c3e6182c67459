namespace Winnow.Papers.Merging;

/// <summary>Takes each field from the first record that has it and remembers which one that was.</summary>
internal sealed class Provenance
{
    private readonly Dictionary<string, RecordId> _records = [];

    internal IReadOnlyDictionary<string, RecordId> Records => _records;

    internal string? First(string field, IEnumerable<MergedRecord> records, Func<RecordFields, string?> read)
    {
        foreach (var record in records)
        {
            if (read(record.Fields) is { Length: > 0 } text)
            {
                _records[field] = record.Reference.Id;
                return text;
            }
        }

        return null;
    }

    internal T? FirstValue<T>(string field, IEnumerable<MergedRecord> records, Func<RecordFields, T?> read)
        where T : struct
    {
        foreach (var record in records)
        {
            if (read(record.Fields) is { } value)
            {
                _records[field] = record.Reference.Id;
                return value;
            }
        }

        return null;
    }

    internal IReadOnlyList<T> FirstList<T>(string field, IEnumerable<MergedRecord> records, Func<RecordFields, IReadOnlyList<T>> read)
    {
        foreach (var record in records)
        {
            if (read(record.Fields) is { Count: > 0 } list)
            {
                _records[field] = record.Reference.Id;
                return list;
            }
        }

        return [];
    }
}
