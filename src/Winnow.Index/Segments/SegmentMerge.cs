using System.Runtime.InteropServices;
using Winnow.Index.Lexical;

namespace Winnow.Index.Segments;

/// <summary>Writes the live documents of several segments as one. Everything but the maps of term numbers is streamed.</summary>
internal sealed unsafe class SegmentMerge
{
    private readonly IReadOnlyList<LiveSegment> _sources;
    private readonly IndexSchema _schema;
    private readonly int[][] _documents;
    private readonly int[][] _ordinals;
    private readonly PostingCursor _cursor = new();
    private readonly PlaceEncoder _encoder = new();
    private readonly List<uint> _places = [];

    private SegmentMerge(IReadOnlyList<LiveSegment> sources, IndexSchema schema)
    {
        (_sources, _schema) = (sources, schema);
        _documents = new int[sources.Count][];
        _ordinals = [.. sources.Select(source => new int[source.Reader.Facts.Terms])];
    }

    internal static void Write(string path, IReadOnlyList<LiveSegment> sources, IndexSchema schema, float[] averages)
    {
        var merge = new SegmentMerge(sources, schema);
        using var builder = new SegmentBuilder(path, schema, merge.Renumber(), averages);
        merge.WriteTerms(builder);
        merge.WriteForward(builder);
        merge.WriteColumns(builder);
        builder.Finish();
    }

    private uint[] Renumber()
    {
        var lengths = new List<uint>();
        for (var s = 0; s < _sources.Count; s++)
        {
            var documents = new int[_sources[s].Reader.Documents];
            for (var d = 0; d < documents.Length; d++)
            {
                if (_sources[s].IsDeleted(d))
                {
                    documents[d] = -1;
                    continue;
                }

                documents[d] = lengths.Count;
                lengths.Add(_sources[s].Reader.Lengths[d]);
            }

            _documents[s] = documents;
        }

        return [.. lengths];
    }

    private void WriteTerms(SegmentBuilder builder)
    {
        var cursors = _sources.Select(source => new TermCursor(source.Reader)).ToArray();
        var open = new List<int>();
        for (var s = 0; s < cursors.Length; s++)
        {
            if (cursors[s].Next())
            {
                open.Add(s);
            }
        }

        var same = new List<int>();
        while (open.Count > 0)
        {
            // A handful of sources: looking through all of them is cheaper than keeping a heap.
            same.Clear();
            foreach (var s in open)
            {
                var order = same.Count == 0 ? -1 : cursors[s].Term.SequenceCompareTo(cursors[same[0]].Term);
                if (order < 0)
                {
                    same.Clear();
                }

                if (order <= 0)
                {
                    same.Add(s);
                }
            }

            foreach (var s in same)
            {
                WritePostings(builder, s, TermDictionary.Info(_sources[s].Reader, cursors[s].Ordinal));
            }

            var ordinal = builder.EndTerm(cursors[same[0]].Term);
            foreach (var s in same)
            {
                _ordinals[s][cursors[s].Ordinal] = ordinal;
                if (!cursors[s].Next())
                {
                    open.Remove(s);
                }
            }
        }
    }

    private void WritePostings(SegmentBuilder builder, int source, TermInfo info)
    {
        var documents = _documents[source];
        _cursor.Open(_sources[source].Reader, info);
        for (var block = 0; block < _cursor.Blocks; block++)
        {
            _cursor.Decode(block);
            for (var i = 0; i < _cursor.Count; i++)
            {
                var document = documents[_cursor.Documents[i]];
                if (document >= 0)
                {
                    _cursor.ReadPlaces(i, _places);
                    builder.AddPosting(document, _cursor.Codes[i], _encoder.Encode(CollectionsMarshal.AsSpan(_places)));
                }
            }
        }
    }

    private void WriteForward(SegmentBuilder builder)
    {
        var ordinals = new List<int>();
        for (var s = 0; s < _sources.Count; s++)
        {
            for (var d = 0; d < _documents[s].Length; d++)
            {
                if (_documents[s][d] < 0)
                {
                    continue;
                }

                ordinals.Clear();
                _sources[s].Reader.ReadForward(d, ordinals);
                foreach (ref var ordinal in CollectionsMarshal.AsSpan(ordinals))
                {
                    ordinal = _ordinals[s][ordinal];
                }

                builder.AddForward(CollectionsMarshal.AsSpan(ordinals));
            }
        }
    }

    private void WriteColumns(SegmentBuilder builder)
    {
        var ids = new List<long>();
        var keywords = _schema.Keywords.Select(_ => new KeywordColumn()).ToArray();
        var numbers = _schema.Numbers.Select(_ => new List<int>()).ToArray();
        for (var s = 0; s < _sources.Count; s++)
        {
            var reader = _sources[s].Reader;
            for (var d = 0; d < _documents[s].Length; d++)
            {
                if (_documents[s][d] < 0)
                {
                    continue;
                }

                ids.Add(reader.Ids[d]);
                for (var k = 0; k < keywords.Length; k++)
                {
                    AddKeywords(keywords[k], reader.Keyword(k), d, reader);
                }

                for (var k = 0; k < numbers.Length; k++)
                {
                    numbers[k].Add(reader.Numbers(k)[d]);
                }
            }
        }

        builder.AddColumns(CollectionsMarshal.AsSpan(ids), keywords, [.. numbers.Select(column => column.ToArray())]);
    }

    private static void AddKeywords(KeywordColumn column, KeywordReader reader, int document, SegmentReader segment)
    {
        foreach (var ordinal in reader.Of(document))
        {
            column.Add(column.Ordinal((uint)ordinal < (uint)reader.Count ? reader.Values[ordinal] : throw segment.Corrupt("lists a keyword that does not exist")));
        }

        column.EndDocument();
    }
}
