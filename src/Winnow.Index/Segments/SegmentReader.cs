using System.Buffers.Binary;
using System.Text;

namespace Winnow.Index.Segments;

/// <summary>A segment file, memory-mapped. Opening checks the header, the table and every region's size; contents are checked where they are used.</summary>
internal sealed unsafe class SegmentReader
{
    private readonly MappedFile _file;
    private readonly Dictionary<int, Region> _regions = [];
    private readonly uint* _blockOffsets;
    private readonly int _termBlocks;
    private readonly KeywordReader[] _keywords;

    private SegmentReader(string path, IndexSchema schema)
    {
        Name = Path.GetFileName(path);
        _file = new MappedFile(path);
        try
        {
            Facts = ReadTable(schema);
            Postings = this[RegionKind.Postings];
            Positions = this[RegionKind.Positions];
            Terms = this[RegionKind.TermBlocks];
            Lengths = (uint*)Sized(RegionKind.Lengths, 0, (long)Documents * sizeof(uint)).Start;
            Ids = (long*)Sized(RegionKind.Ids, 0, (long)Documents * sizeof(long)).Start;
            IdOrder = (int*)Sized(RegionKind.IdOrder, 0, (long)Documents * sizeof(int)).Start;
            Infos = Sized(RegionKind.TermInfos, 0, (long)Facts.Terms * SegmentFormat.TermInfoSize).Start;
            _termBlocks = (Facts.Terms + SegmentFormat.TermsPerBlock - 1) / SegmentFormat.TermsPerBlock;
            _blockOffsets = (uint*)Sized(RegionKind.TermBlockOffsets, 0, (long)_termBlocks * sizeof(uint)).Start;
            Sized(RegionKind.ForwardOffsets, 0, (Documents + 1L) * sizeof(ulong));
            CheckColumns(schema);
            _keywords = [.. schema.Keywords.Select((_, k) => new KeywordReader(this, k))];
        }
        catch
        {
            _file.Release();
            throw;
        }
    }

    internal string Name { get; }

    internal SegmentFacts Facts { get; }

    internal int Documents => Facts.Documents;

    internal long Bytes => _file.Length;

    internal Region Postings { get; }

    internal Region Positions { get; }

    internal Region Terms { get; }

    /// <summary>For each document its packed length codes.</summary>
    internal uint* Lengths { get; }

    internal long* Ids { get; }

    /// <summary>Documents in ascending order of their ids.</summary>
    internal int* IdOrder { get; }

    internal byte* Infos { get; }

    internal int TermBlocks => _termBlocks;

    private Region this[RegionKind kind] => Find((int)kind);

    /// <exception cref="IndexCorruptException">The file is torn, altered or of an unknown version.</exception>
    internal static SegmentReader Open(string path, IndexSchema schema) => new(path, schema);

    internal void AddReference() => _file.AddReference();

    internal void Release() => _file.Release();

    internal IndexCorruptException Corrupt(string problem) => new(Name, problem);

    internal KeywordReader Keyword(int field) => _keywords[field];

    internal int* Numbers(int field) => (int*)Column(RegionKind.Numbers, field).Start;

    internal Region Column(RegionKind kind, int field) => Find((int)kind + field);

    internal uint TermBlockOffset(int block)
    {
        var offset = _blockOffsets[block];
        return offset < Terms.Length ? offset : throw Corrupt("has a dictionary block outside the dictionary");
    }

    /// <summary>The document with this id, deleted or not; −1 when the segment has none.</summary>
    internal int Find(long id)
    {
        var (low, high) = (0, Documents - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var document = IdOrder[middle];
            if ((uint)document >= (uint)Documents)
            {
                throw Corrupt("orders a document that does not exist");
            }

            var found = Ids[document];
            if (found == id)
            {
                return document;
            }

            (low, high) = found < id ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>Appends the distinct terms of a document, ascending.</summary>
    internal void ReadForward(int document, List<int> ordinals)
    {
        var offsets = (ulong*)this[RegionKind.ForwardOffsets].Start;
        var forward = this[RegionKind.Forward];
        var (start, end) = (offsets[document], offsets[document + 1]);
        if (start > end || end > (ulong)forward.Length)
        {
            throw Corrupt("lists a document's terms outside the region");
        }

        var at = forward.Start + start;
        var stop = forward.Start + end;
        var ordinal = 0L;
        while (at < stop)
        {
            ordinal += ReadVarint(ref at, stop);
            if (ordinal >= Facts.Terms)
            {
                throw Corrupt("lists a term that does not exist");
            }

            ordinals.Add((int)ordinal);
        }
    }

    /// <summary>Reads a varint that ends before <paramref name="stop"/>.</summary>
    internal uint ReadVarint(ref byte* at, byte* stop)
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (at >= stop)
            {
                break;
            }

            var b = *at++;
            value |= (uint)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }

        throw Corrupt("has a number that does not end");
    }

    /// <summary>The regions whose bytes do not have the checksum that the table says.</summary>
    internal IEnumerable<int> DamagedRegions() => _regions.Where(pair => Damaged(pair.Value)).Select(pair => pair.Key);

    private static bool Damaged(Region region)
    {
        // A span holds at most 2^31 bytes.
        const long Part = 1 << 30;
        var running = uint.MaxValue;
        for (var at = 0L; at < region.Length; at += Part)
        {
            running = Crc32C.Append(running, new ReadOnlySpan<byte>(region.Start + at, (int)Math.Min(Part, region.Length - at)));
        }

        return ~running != region.Checksum;
    }

    private Region Find(int kind) => _regions.TryGetValue(kind, out var region) ? region : throw Corrupt($"has no region {kind:x}");

    private Region Sized(RegionKind kind, int field, long length)
    {
        var region = Find((int)kind + field);
        return region.Length == length ? region : throw Corrupt($"has a region {kind} of {region.Length} bytes instead of {length}");
    }

    private SegmentFacts ReadTable(IndexSchema schema)
    {
        if (_file.Length < SegmentFormat.HeaderSize)
        {
            throw Corrupt("is too short to be a segment");
        }

        var header = new ReadOnlySpan<byte>(_file.Pointer, SegmentFormat.HeaderSize);
        if (BinaryPrimitives.ReadUInt64LittleEndian(header) != SegmentFormat.Magic)
        {
            throw Corrupt("is not a segment");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(header[28..]) != Crc32C.Compute(header[..28]))
        {
            throw Corrupt("has a damaged header");
        }

        var (version, oldest) = (BinaryPrimitives.ReadUInt32LittleEndian(header[8..]), BinaryPrimitives.ReadUInt32LittleEndian(header[12..]));
        if (oldest > SegmentFormat.Version || version < SegmentFormat.OldestReadable)
        {
            throw Corrupt($"has version {version}, which this program cannot read");
        }

        var tableLength = BinaryPrimitives.ReadUInt32LittleEndian(header[24..]);
        if (BinaryPrimitives.ReadInt64LittleEndian(header[16..]) != _file.Length || tableLength < 8 || tableLength > _file.Length - SegmentFormat.HeaderSize)
        {
            throw Corrupt($"is cut off or too long: it has {_file.Length} bytes, not the {BinaryPrimitives.ReadInt64LittleEndian(header[16..])} it was written with");
        }

        var table = new ReadOnlySpan<byte>(_file.Pointer + _file.Length - tableLength, (int)tableLength);
        if (BinaryPrimitives.ReadUInt32LittleEndian(table[^4..]) != Crc32C.Compute(table[..^4]))
        {
            throw Corrupt("has a damaged table of regions");
        }

        return ReadRegions(table[..^4].ToArray(), schema);
    }

    private SegmentFacts ReadRegions(byte[] table, IndexSchema schema)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(table), Encoding.UTF8);
            var facts = SegmentFacts.Read(reader);
            if (facts.LengthSums.Length != schema.Texts.Count)
            {
                throw Corrupt("has other fields than the index");
            }

            for (var count = reader.ReadInt32(); count > 0; count--)
            {
                var (kind, checksum, offset, length) = (reader.ReadInt32(), reader.ReadUInt32(), reader.ReadInt64(), reader.ReadInt64());
                if (offset < 0 || length < 0 || offset > _file.Length || length > _file.Length - offset || offset % SegmentFormat.RegionAlignment != 0)
                {
                    throw Corrupt("has a region outside the file");
                }

                _regions[kind] = new Region(_file.Pointer + offset, length, checksum);
            }

            return facts;
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException)
        {
            throw Corrupt("has an unreadable table of regions");
        }
    }

    private void CheckColumns(IndexSchema schema)
    {
        for (var k = 0; k < schema.Keywords.Count; k++)
        {
            Sized(RegionKind.KeywordDocumentOffsets, k, (Documents + 1L) * sizeof(int));
            Column(RegionKind.KeywordOrdinals, k);
            Column(RegionKind.KeywordValues, k);
            if (Column(RegionKind.KeywordValueOffsets, k).Length < sizeof(uint))
            {
                throw Corrupt("has a keyword field without values");
            }
        }

        for (var k = 0; k < schema.Numbers.Count; k++)
        {
            Sized(RegionKind.Numbers, k, (long)Documents * sizeof(int));
        }
    }
}
