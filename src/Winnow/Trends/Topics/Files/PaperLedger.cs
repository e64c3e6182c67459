using System.Buffers.Binary;
using Winnow.Trends.Topics.Counting;

namespace Winnow.Trends.Topics.Files;

/// <summary>
/// Which papers were counted, when they appeared and with which text, so that none is counted twice and one whose date was corrected moves. A file of entries
/// that only grows: paper id (8 bytes), appearance (4), hash of the text (4), little-endian; of two entries of a paper the later holds, and a text hash of 0 says
/// that the paper is gone. A kill leaves entries behind those that the manifest counts; they are overwritten.
/// </summary>
internal sealed class PaperLedger
{
    private const int EntrySize = 16;

    private readonly Dictionary<long, (int Appearance, uint Text)> _papers = [];
    private readonly List<byte> _added = [];
    private long _written;

    /// <summary>Entries, with those that are not written yet.</summary>
    internal long Entries => _written + (_added.Count / EntrySize);

    /// <summary>Tells a damaged ledger: the sum of the entries' hashes.</summary>
    internal ulong Sum { get; private set; }

    internal int Papers => _papers.Count;

    /// <exception cref="TopicsDamagedException">It is cut off or altered.</exception>
    internal static PaperLedger Read(string path, long entries, ulong sum)
    {
        var ledger = new PaperLedger { _written = entries };
        var bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
        if (bytes.Length < entries * EntrySize)
        {
            throw new TopicsDamagedException(Path.GetFileName(path), "is cut off");
        }

        for (var i = 0; i < entries; i++)
        {
            ledger.Take(bytes.AsSpan(i * EntrySize, EntrySize));
        }

        return ledger.Sum == sum ? ledger : throw new TopicsDamagedException(Path.GetFileName(path), "is damaged");
    }

    internal bool TryGet(long paper, out Appearance appearance, out uint text)
    {
        var found = _papers.TryGetValue(paper, out var entry);
        (appearance, text) = (new Appearance(entry.Appearance), entry.Text);
        return found;
    }

    internal void Put(long paper, Appearance appearance, uint text)
    {
        Span<byte> entry = stackalloc byte[EntrySize];
        BinaryPrimitives.WriteInt64LittleEndian(entry, paper);
        BinaryPrimitives.WriteInt32LittleEndian(entry[8..], appearance.Code);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[12..], text);
        Take(entry);
        _added.AddRange(entry);
    }

    internal void Remove(long paper) => Put(paper, default, 0);

    /// <summary>Appends what was added, on the disk when it returns.</summary>
    internal void Write(string path)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        file.SetLength(_written * EntrySize);
        file.Seek(0, SeekOrigin.End);
        file.Write(_added.ToArray());
        file.Flush(flushToDisk: true);
        _written = Entries;
        _added.Clear();
    }

    private void Take(ReadOnlySpan<byte> entry)
    {
        var paper = BinaryPrimitives.ReadInt64LittleEndian(entry);
        var text = BinaryPrimitives.ReadUInt32LittleEndian(entry[12..]);
        Sum += KeyHash.Append((ulong)paper, BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]));
        if (text == 0)
        {
            _papers.Remove(paper);
        }
        else
        {
            _papers[paper] = (BinaryPrimitives.ReadInt32LittleEndian(entry[8..]), text);
        }
    }
}
