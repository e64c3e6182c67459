using System.Runtime.Intrinsics.X86;

namespace Winnow.Index.Vectors;

/// <summary>One search through all rows of a snapshot.</summary>
internal sealed unsafe class VectorScan
{
    private const int RowsAtATime = 512;

    /// <summary>Where more than one row of so many is promising, reading all of them in order is faster than picking.</summary>
    private const int PickShare = 4;

    private readonly VectorSnapshot _snapshot;
    private readonly short[] _query;
    private readonly float _scale;
    private readonly TopVectors _top;
    private readonly Func<long, bool>? _accept;

    /// <param name="accept">Asked only of rows good enough to enter the result; null accepts all.</param>
    internal VectorScan(VectorSnapshot snapshot, ReadOnlySpan<float> query, int limit, Func<long, bool>? accept)
    {
        (_snapshot, _accept, _top) = (snapshot, accept, new TopVectors(limit));
        _query = new short[Int8Rows.Stride(query.Length)];
        _scale = Int8Rows.QuantizeQuery(query, _query);
    }

    /// <returns>Best first.</returns>
    internal VectorHit[] Run()
    {
        for (var segment = 0; segment < _snapshot.Segments.Count; segment++)
        {
            Scan(segment);
        }

        return _top.ToSorted();
    }

    private void Scan(int segmentNumber)
    {
        var segment = _snapshot.Segments[segmentNumber];
        var sketch = segment.SketchForScan();
        var sketched = sketch?.Prepare(_query, _scale);
        var scales = segment.Scales;
        Span<int> promising = stackalloc int[RowsAtATime];
        Span<int> products = stackalloc int[RowsAtATime];
        for (var start = 0; start < segment.Rows; start += RowsAtATime)
        {
            var count = Math.Min(RowsAtATime, segment.Rows - start);
            var found = sketched is null || float.IsNegativeInfinity(_top.Threshold)
                ? count : sketch!.Find(sketched, start, scales.Slice(start, count), _top.Threshold, promising);
            if (found > count / PickShare)
            {
                DotProducts.Best(segment.Row(start, count), _query, products[..count]);
                for (var i = 0; i < count; i++)
                {
                    var similarity = products[i] * scales[start + i] * _scale;
                    if (similarity >= _top.Threshold)
                    {
                        Offer(segmentNumber, segment, start + i, similarity);
                    }
                }
            }
            else
            {
                Pick(segmentNumber, segment, start, promising[..found]);
            }
        }
    }

    private void Pick(int segmentNumber, VectorSegment segment, int start, ReadOnlySpan<int> rows)
    {
        // They lie apart, so that nothing but this has them on their way when they are needed.
        foreach (var row in rows)
        {
            Prefetch(segment.Row(start + row));
        }

        var product = 0;
        foreach (var row in rows)
        {
            DotProducts.Best(segment.Row(start + row), _query, new Span<int>(ref product));
            Offer(segmentNumber, segment, start + row, product * segment.Scales[start + row] * _scale);
        }
    }

    private void Offer(int segmentNumber, VectorSegment segment, int row, float similarity)
    {
        if (similarity >= _top.Threshold && _snapshot.IsLive(segmentNumber, row) && (_accept == null || _accept(segment.Ids[row])))
        {
            _top.Offer(new VectorHit(segment.Ids[row], similarity));
        }
    }

    private static void Prefetch(ReadOnlySpan<sbyte> row)
    {
        const int cacheLine = 64;
        if (Sse.IsSupported)
        {
            fixed (sbyte* start = row)
            {
                for (var at = 0; at < row.Length; at += cacheLine)
                {
                    Sse.Prefetch0(start + at);
                }
            }
        }
    }
}
