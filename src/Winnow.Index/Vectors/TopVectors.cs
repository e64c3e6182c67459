namespace Winnow.Index.Vectors;

/// <summary>Keeps the best hits seen so far. Equal similarities go to the smaller id, so that a result does not depend on the order of rows.</summary>
internal sealed class TopVectors
{
    private readonly VectorHit[] _heap;
    private int _count;

    internal TopVectors(int limit) => _heap = new VectorHit[limit];

    /// <summary>What a similarity must reach to enter.</summary>
    internal float Threshold => _count < _heap.Length ? float.NegativeInfinity : _heap[0].Similarity;

    internal void Offer(VectorHit hit)
    {
        if (_count < _heap.Length)
        {
            _heap[_count] = hit;
            SiftUp(_count++);
        }
        else if (Better(hit, _heap[0]))
        {
            _heap[0] = hit;
            SiftDown();
        }
    }

    /// <summary>Best first.</summary>
    internal VectorHit[] ToSorted()
    {
        var hits = _heap[.._count];
        Array.Sort(hits, static (a, b) => Better(a, b) ? -1 : Better(b, a) ? 1 : 0);
        return hits;
    }

    private static bool Better(VectorHit a, VectorHit b) => a.Similarity > b.Similarity || (a.Similarity == b.Similarity && a.Id < b.Id);

    private void SiftUp(int child)
    {
        while (child > 0)
        {
            var parent = (child - 1) / 2;
            if (!Better(_heap[parent], _heap[child]))
            {
                return;
            }

            (_heap[parent], _heap[child]) = (_heap[child], _heap[parent]);
            child = parent;
        }
    }

    private void SiftDown()
    {
        var parent = 0;
        while (true)
        {
            var worst = parent;
            for (var child = (2 * parent) + 1; child <= (2 * parent) + 2 && child < _count; child++)
            {
                if (Better(_heap[worst], _heap[child]))
                {
                    worst = child;
                }
            }

            if (worst == parent)
            {
                return;
            }

            (_heap[parent], _heap[worst]) = (_heap[worst], _heap[parent]);
            parent = worst;
        }
    }
}
