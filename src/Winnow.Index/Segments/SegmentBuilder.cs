using System.Runtime.InteropServices;
using Winnow.Index.Lexical;

namespace Winnow.Index.Segments;

/// <summary>
/// Builds one segment file from ascending terms and then columns. Used in this order: for each term its postings and <see cref="EndTerm"/>, for each document
/// <see cref="AddForward"/>, <see cref="AddColumns"/>, <see cref="Finish"/>.
/// </summary>
internal sealed class SegmentBuilder : IDisposable
{
    private readonly SegmentFile _file;
    private readonly RegionSpool _positions;
    private readonly RegionSpool _forward;
    private readonly TermDictionaryWriter _terms = new();
    private readonly PostingsWriter _postings;
    private readonly uint[] _lengths;
    private readonly IndexSchema _schema;
    private readonly float[] _averages;
    private readonly List<ulong> _forwardOffsets = [];
    private bool _postingsEnded;

    /// <param name="path">The new file.</param>
    /// <param name="lengths">For each document its packed length codes; its size is the number of documents.</param>
    /// <param name="averages">The reference averages for block maxima.</param>
    internal SegmentBuilder(string path, IndexSchema schema, uint[] lengths, float[] averages)
    {
        _file = new SegmentFile(path);
        _positions = new RegionSpool(path + ".positions");
        _forward = new RegionSpool(path + ".forward");
        (_schema, _lengths, _averages) = (schema, lengths, averages);
        _postings = new PostingsWriter(_file.Sink, _positions.Sink, new FieldNorms(schema, averages, new FrequencyCode(schema)), lengths);
    }

    internal void AddPosting(int document, byte code, ReadOnlySpan<byte> places) => _postings.Add(document, code, places);

    /// <returns>The term's ordinal, or −1 when it had no posting and is left out.</returns>
    internal int EndTerm(ReadOnlySpan<byte> term)
    {
        if (_postings.EndList() is not { } list)
        {
            return -1;
        }

        _terms.Add(term, list.Offset, list.Frequency, list.Max);
        return _terms.Count - 1;
    }

    /// <summary>The next document's distinct terms, ascending.</summary>
    internal void AddForward(ReadOnlySpan<int> ordinals)
    {
        EndPostings();
        _forwardOffsets.Add((ulong)_forward.Sink.Length);
        var previous = 0;
        foreach (var ordinal in ordinals)
        {
            _forward.Sink.WriteVarint((uint)(ordinal - previous));
            previous = ordinal;
        }
    }

    internal void AddColumns(ReadOnlySpan<long> ids, IReadOnlyList<KeywordColumn> keywords, IReadOnlyList<int[]> numbers)
    {
        EndPostings();
        _forwardOffsets.Add((ulong)_forward.Sink.Length);
        _file.CopyRegion((int)RegionKind.Positions, _positions);
        _terms.WriteTo(_file);
        _file.WriteRegion((int)RegionKind.Ids, ids);
        var sorted = ids.ToArray();
        var order = new int[ids.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(sorted, order);
        _file.WriteRegion<int>((int)RegionKind.IdOrder, order);
        _file.WriteRegion<uint>((int)RegionKind.Lengths, _lengths);
        _file.WriteRegion<ulong>((int)RegionKind.ForwardOffsets, CollectionsMarshal.AsSpan(_forwardOffsets));
        _file.CopyRegion((int)RegionKind.Forward, _forward);
        for (var k = 0; k < keywords.Count; k++)
        {
            keywords[k].WriteTo(_file, k);
        }

        for (var k = 0; k < numbers.Count; k++)
        {
            _file.WriteRegion<int>((int)RegionKind.Numbers + k, numbers[k]);
        }
    }

    internal void Finish()
    {
        var sums = new long[_schema.Texts.Count];
        foreach (var lengths in _lengths)
        {
            for (var f = 0; f < sums.Length; f++)
            {
                sums[f] += FieldLength.Decode(lengths, f);
            }
        }

        _file.Finish(new SegmentFacts(_lengths.Length, _terms.Count, sums, _averages));
    }

    public void Dispose()
    {
        _positions.Dispose();
        _forward.Dispose();
        _file.Dispose();
    }

    private void EndPostings()
    {
        if (!_postingsEnded)
        {
            _postingsEnded = true;
            _file.EndRegion((int)RegionKind.Postings);
        }
    }
}
