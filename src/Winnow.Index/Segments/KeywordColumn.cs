using System.Runtime.InteropServices;
using System.Text;

namespace Winnow.Index.Segments;

/// <summary>A keyword field while a segment is built: each distinct value once, and each document's values as ordinals into them.</summary>
internal sealed class KeywordColumn
{
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly List<string> _values = [];
    private readonly List<int> _documentOffsets = [0];
    private readonly List<int> _documentOrdinals = [];

    internal int Ordinal(string value)
    {
        if (!_ordinals.TryGetValue(value, out var ordinal))
        {
            ordinal = _values.Count;
            _values.Add(value);
            _ordinals.Add(value, ordinal);
        }

        return ordinal;
    }

    /// <summary>Adds a value to the document that <see cref="EndDocument"/> will end; one it already has is ignored.</summary>
    internal void Add(int ordinal)
    {
        var present = CollectionsMarshal.AsSpan(_documentOrdinals)[_documentOffsets[^1]..];
        if (!present.Contains(ordinal))
        {
            _documentOrdinals.Add(ordinal);
        }
    }

    internal void EndDocument() => _documentOffsets.Add(_documentOrdinals.Count);

    /// <summary>The same column without the documents that <paramref name="dead"/> marks.</summary>
    internal KeywordColumn Without(IReadOnlyList<bool> dead)
    {
        var kept = new KeywordColumn();
        for (var d = 0; d < dead.Count; d++)
        {
            if (!dead[d])
            {
                for (var i = _documentOffsets[d]; i < _documentOffsets[d + 1]; i++)
                {
                    kept.Add(kept.Ordinal(_values[_documentOrdinals[i]]));
                }

                kept.EndDocument();
            }
        }

        return kept;
    }

    internal void WriteTo(SegmentFile file, int field)
    {
        var offsets = new List<uint> { 0 };
        var bytes = new List<byte>();
        foreach (var value in _values)
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(value));
            offsets.Add((uint)bytes.Count);
        }

        file.WriteRegion<byte>((int)RegionKind.KeywordValues + field, CollectionsMarshal.AsSpan(bytes));
        file.WriteRegion<uint>((int)RegionKind.KeywordValueOffsets + field, CollectionsMarshal.AsSpan(offsets));
        file.WriteRegion<int>((int)RegionKind.KeywordDocumentOffsets + field, CollectionsMarshal.AsSpan(_documentOffsets));
        file.WriteRegion<int>((int)RegionKind.KeywordOrdinals + field, CollectionsMarshal.AsSpan(_documentOrdinals));
    }
}
