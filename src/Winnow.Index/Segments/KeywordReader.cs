using System.Text;

namespace Winnow.Index.Segments;

/// <summary>One keyword field of one segment.</summary>
internal sealed unsafe class KeywordReader
{
    private readonly SegmentReader _segment;
    private readonly Region _values;
    private readonly uint* _valueOffsets;
    private readonly int* _documentOffsets;
    private readonly int* _ordinals;
    private readonly long _ordinalCount;
    private readonly Lazy<string[]> _strings;

    internal KeywordReader(SegmentReader segment, int field)
    {
        _segment = segment;
        _values = segment.Column(RegionKind.KeywordValues, field);
        var offsets = segment.Column(RegionKind.KeywordValueOffsets, field);
        _valueOffsets = (uint*)offsets.Start;
        Count = (int)(offsets.Length / sizeof(uint)) - 1;
        _documentOffsets = (int*)segment.Column(RegionKind.KeywordDocumentOffsets, field).Start;
        var ordinals = segment.Column(RegionKind.KeywordOrdinals, field);
        _ordinals = (int*)ordinals.Start;
        _ordinalCount = ordinals.Length / sizeof(int);
        _strings = new Lazy<string[]>(ReadStrings);
    }

    /// <summary>Distinct values.</summary>
    internal int Count { get; }

    internal string[] Values => _strings.Value;

    /// <summary>A document's values, as ordinals below <see cref="Count"/> unless the file is damaged.</summary>
    internal ReadOnlySpan<int> Of(int document)
    {
        var (start, end) = (_documentOffsets[document], _documentOffsets[document + 1]);
        return start >= 0 && start <= end && end <= _ordinalCount
            ? new ReadOnlySpan<int>(_ordinals + start, end - start)
            : throw _segment.Corrupt("lists a document's keywords outside the region");
    }

    private string[] ReadStrings()
    {
        var strings = new string[Count];
        for (var i = 0; i < Count; i++)
        {
            var (start, end) = (_valueOffsets[i], _valueOffsets[i + 1]);
            if (start > end || end > _values.Length)
            {
                throw _segment.Corrupt("has a keyword outside the region");
            }

            strings[i] = Encoding.UTF8.GetString(_values.Start + start, (int)(end - start));
        }

        return strings;
    }
}
