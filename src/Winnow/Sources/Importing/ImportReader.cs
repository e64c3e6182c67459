using Winnow.Papers;
using Winnow.Sources.Decoding;

namespace Winnow.Sources.Importing;

/// <summary>
/// Reads the inputs of an import one after the other and packs what they hold into batches. A file that cannot be read is rejected like a record.
/// </summary>
internal sealed class ImportReader(IReadOnlyList<ImportInput> inputs, RecordFormats formats, IRecordFormat? format, int batchRecords, TimeProvider clock)
{
    /// <summary>Bounds the memory that long records take.</summary>
    private const long BatchBytes = 8 * 1024 * 1024;

    private const int NotesKept = 20;

    private readonly List<string> _notes = [];
    private List<IncomingRecord> _records = [];
    private List<RecordDeletion> _deletions = [];
    private List<RejectedRecord> _rejected = [];
    private List<ReadObservation> _observations = [];
    private long _bytesHeld;

    /// <summary>What was noticed on whole files; complete when the last batch was read.</summary>
    internal IReadOnlyList<string> Notes => _notes;

    internal IEnumerable<ImportBatch> Read()
    {
        long bytesBefore = 0;
        foreach (var input in inputs)
        {
            long bytes = 0;
            foreach (var (item, count) in Read(input))
            {
                bytes = count;
                Add(item);
                if (_records.Count + _deletions.Count + _observations.Count >= batchRecords || _rejected.Count >= batchRecords || _bytesHeld >= BatchBytes)
                {
                    yield return Pack(bytesBefore + bytes, input.Name);
                }
            }

            bytesBefore += input.Length ?? bytes;
        }

        if (_records.Count + _deletions.Count + _observations.Count + _rejected.Count > 0)
        {
            yield return Pack(bytesBefore, inputs[^1].Name);
        }
    }

    private void Add(ReadItem item)
    {
        switch (item)
        {
            case ReadRecord read:
                _records.Add(new IncomingRecord(read.Record));
                _bytesHeld += read.Record.Raw.Length;
                break;
            case ReadDeletion deleted:
                _deletions.Add(deleted.Deletion);
                break;
            case ReadObservation seen:
                _observations.Add(seen);
                break;
            case RejectedRecord rejected:
                _rejected.Add(rejected);
                break;
        }
    }

    private ImportBatch Pack(long bytes, string file)
    {
        var batch = new ImportBatch(_records, _deletions, _rejected, bytes, file) { Observations = _observations };
        (_records, _deletions, _rejected, _observations, _bytesHeld) = ([], [], [], [], 0);
        return batch;
    }

    /// <summary>The items of one input, each with the bytes read so far. Never throws for what is wrong with the input.</summary>
    private IEnumerable<(ReadItem Item, long Bytes)> Read(ImportInput input)
    {
        CountedStream? counted = null;
        DecodedStream? content = null;
        IEnumerator<ReadItem>? items = null;
        try
        {
            var problem = Guard(() =>
            {
                counted = new CountedStream(input.Open());
                content = DecodedStream.Open(counted);
            });
            var chosen = problem is null ? format ?? formats.Sniff(content!.Head, input.Name) : null;
            if (chosen is null)
            {
                var reason = problem ?? UnknownInput.Describe(content!.Head, input.Name);
                yield return (new RejectedRecord(new RecordPlace(input.Name, null, null), reason), counted?.Count ?? 0);
                yield break;
            }

            items = chosen.Read(content!, Context(input)).GetEnumerator();
            while (true)
            {
                var hasNext = false;
                problem = Guard(() => hasNext = items.MoveNext());
                if (problem is not null)
                {
                    yield return (new RejectedRecord(new RecordPlace(input.Name, null, null), problem), counted!.Count);
                }

                if (!hasNext)
                {
                    break;
                }

                yield return (items.Current, counted!.Count);
            }

            if (content!.Note is { } note && _notes.Count < NotesKept)
            {
                _notes.Add($"{input.Name}: {note}");
            }
        }
        finally
        {
            items?.Dispose();
            content?.Dispose();
            counted?.Dispose();
        }
    }

    /// <summary>A file says what was true when it was written, so that reading it again is seeing the same again.</summary>
    private ReadContext Context(ImportInput input)
    {
        var context = new ReadContext(input.Name, clock);
        return input.Written < context.SeenAt ? context with { SeenAt = input.Written.Value } : context;
    }

    /// <summary>Runs a step of reading.</summary>
    /// <returns>What was wrong with the input, as a sentence; null when nothing was.</returns>
    private static string? Guard(Action step)
    {
        try
        {
            step();
            return null;
        }
        catch (InvalidDataException damage)
        {
            return damage.Message;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"The file could not be read to its end: {failure.Message}";
        }
    }
}
