using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Winnow.Index.Segments;

/// <summary>
/// Documents of a segment that are gone, and what their going takes away from the statistics: term frequencies and length sums. So statistics always are
/// those of the live documents alone.
/// </summary>
internal sealed class DeleteSet
{
    private const uint Magic = 0x4C444E57; // "WNDL" in little endian
    private const uint Version = 1;

    private readonly Dictionary<int, int> _termLosses = [];

    internal DeleteSet(int documents, int fields)
    {
        Documents = documents;
        Bits = new ulong[(documents + 63) / 64];
        LengthLosses = new long[fields];
    }

    /// <summary>Documents of the segment.</summary>
    internal int Documents { get; }

    /// <summary>Deleted documents.</summary>
    internal int Count { get; private set; }

    /// <summary>A set bit is a deleted document.</summary>
    internal ulong[] Bits { get; }

    internal long[] LengthLosses { get; }

    internal bool Contains(int document) => (Bits[document >> 6] >> (document & 63) & 1) != 0;

    /// <summary>How many deleted documents have the term.</summary>
    internal int TermLoss(int ordinal) => _termLosses.GetValueOrDefault(ordinal);

    /// <returns>False when it was deleted before.</returns>
    internal unsafe bool Add(SegmentReader segment, int document, List<int> scratch)
    {
        if (Contains(document))
        {
            return false;
        }

        scratch.Clear();
        segment.ReadForward(document, scratch);
        foreach (var ordinal in scratch)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_termLosses, ordinal, out _)++;
        }

        for (var f = 0; f < LengthLosses.Length; f++)
        {
            LengthLosses[f] += FieldLength.Decode(segment.Lengths[document], f);
        }

        Bits[document >> 6] |= 1UL << (document & 63);
        Count++;
        return true;
    }

    internal void Save(string path)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            writer.Write(Documents);
            writer.Write(LengthLosses.Length);
            foreach (var loss in LengthLosses)
            {
                writer.Write(loss);
            }

            foreach (var word in Bits)
            {
                writer.Write(word);
            }

            writer.Write(_termLosses.Count);
            foreach (var (ordinal, loss) in _termLosses.OrderBy(pair => pair.Key))
            {
                writer.Write(ordinal);
                writer.Write(loss);
            }
        }

        ChecksummedFile.Write(path, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <exception cref="IndexCorruptException">The file is damaged, or is another segment's.</exception>
    internal static DeleteSet Load(string path, SegmentReader segment)
    {
        var name = Path.GetFileName(path);
        using var reader = new BinaryReader(new MemoryStream(ChecksummedFile.Read(path)));
        try
        {
            if (reader.ReadUInt32() != Magic || reader.ReadUInt32() != Version || reader.ReadInt32() != segment.Documents
                || reader.ReadInt32() != segment.Facts.LengthSums.Length)
            {
                throw new IndexCorruptException(name, "does not belong to its segment");
            }

            return ReadContent(reader, segment);
        }
        catch (EndOfStreamException e)
        {
            throw new IndexCorruptException(name, "is cut off", e);
        }
    }

    private static DeleteSet ReadContent(BinaryReader reader, SegmentReader segment)
    {
        var set = new DeleteSet(segment.Documents, segment.Facts.LengthSums.Length);
        for (var f = 0; f < set.LengthLosses.Length; f++)
        {
            set.LengthLosses[f] = reader.ReadInt64();
        }

        for (var i = 0; i < set.Bits.Length; i++)
        {
            set.Bits[i] = reader.ReadUInt64();
            set.Count += BitOperations.PopCount(set.Bits[i]);
        }

        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            set._termLosses[reader.ReadInt32()] = reader.ReadInt32();
        }

        return set;
    }
}
