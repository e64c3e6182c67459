using System.Buffers;
using System.Numerics;
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
    private readonly int _limit;
    private readonly TopVectors _top;
    private readonly Func<long, bool>? _accept;

    /// <param name="accept">Asked only of rows good enough to enter the result; null accepts all.</param>
    internal VectorScan(VectorSnapshot snapshot, ReadOnlySpan<float> query, int limit, Func<long, bool>? accept)
    {
        (_snapshot, _limit, _accept, _top) = (snapshot, limit, accept, new TopVectors(limit));
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
        var sketch = _limit > segment.Rows / PickShare ? null : segment.SketchForScan();
        if (sketch?.Prepare(_query, _scale) is not { } query)
        {
            ForEachBlock(segment, (start, count) => ReadAll(segmentNumber, start, count, []));
            return;
        }

        var bounds = ArrayPool<float>.Shared.Rent(segment.Rows);
        try
        {
            ForEachBlock(segment, (start, count) => sketch.Bound(query, start, segment.Scales.Slice(start, count), bounds.AsSpan(start, count)));
            if (float.IsNegativeInfinity(_top.Threshold))
            {
                // What must be reached is known best once the likeliest rows are in.
                Take(segmentNumber, bounds, Likeliest(segment, bounds));
            }

            ForEachBlock(segment, (start, count) => ReadPromising(segmentNumber, start, bounds.AsSpan(start, count)));
        }
        finally
        {
            ArrayPool<float>.Shared.Return(bounds);
        }
    }

    private static void ForEachBlock(VectorSegment segment, Action<int, int> visit)
    {
        for (var start = 0; start < segment.Rows; start += RowsAtATime)
        {
            visit(start, Math.Min(RowsAtATime, segment.Rows - start));
        }
    }

    /// <summary>The rows with the largest bounds, as many as are asked for.</summary>
    private int[] Likeliest(VectorSegment segment, float[] bounds)
    {
        var top = new TopVectors(_limit);
        ForEachBlock(segment, (start, count) =>
        {
            Span<int> found = stackalloc int[RowsAtATime];
            foreach (var row in found[..Reaching(top.Threshold, bounds.AsSpan(start, count), found)])
            {
                top.Offer(new VectorHit(start + row, bounds[start + row]));
            }
        });
        return Array.ConvertAll(top.ToSorted(), hit => (int)hit.Id);
    }

    /// <summary>Reads rows, and marks them as read.</summary>
    private void Take(int segmentNumber, float[] bounds, int[] rows)
    {
        Read(segmentNumber, 0, rows);
        foreach (var row in rows)
        {
            bounds[row] = float.NaN;
        }
    }

    private void ReadPromising(int segmentNumber, int start, ReadOnlySpan<float> bounds)
    {
        Span<int> promising = stackalloc int[RowsAtATime];
        var found = Reaching(_top.Threshold, bounds, promising);
        if (found > bounds.Length / PickShare)
        {
            ReadAll(segmentNumber, start, bounds.Length, bounds);
        }
        else
        {
            Read(segmentNumber, start, promising[..found]);
        }
    }

    /// <param name="bounds">Not a number where a row was read before; empty when none was.</param>
    private void ReadAll(int segmentNumber, int start, int count, ReadOnlySpan<float> bounds)
    {
        var segment = _snapshot.Segments[segmentNumber];
        Span<int> products = stackalloc int[RowsAtATime];
        DotProducts.Best(segment.Row(start, count), _query, products[..count]);
        var scales = segment.Scales.Slice(start, count);
        for (var i = 0; i < count; i++)
        {
            var similarity = products[i] * scales[i] * _scale;
            if (similarity >= _top.Threshold && (bounds.IsEmpty || !float.IsNaN(bounds[i])))
            {
                Offer(segmentNumber, segment, start + i, similarity);
            }
        }
    }

    /// <param name="rows">Their distances from <paramref name="start"/>.</param>
    private void Read(int segmentNumber, int start, ReadOnlySpan<int> rows)
    {
        var segment = _snapshot.Segments[segmentNumber];
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

    /// <summary>Which of the bounds are at least <paramref name="least"/>, ascending; none that is not a number.</summary>
    private static int Reaching(float least, ReadOnlySpan<float> bounds, Span<int> found)
    {
        var count = 0;
        for (var i = 0; i < bounds.Length; i += Vector<float>.Count)
        {
            var end = Math.Min(i + Vector<float>.Count, bounds.Length);
            if (end - i < Vector<float>.Count || Vector.GreaterThanOrEqualAny(new Vector<float>(bounds[i..]), new Vector<float>(least)))
            {
                for (var at = i; at < end; at++)
                {
                    found[count] = at;
                    count += bounds[at] >= least ? 1 : 0;
                }
            }
        }

        return count;
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
