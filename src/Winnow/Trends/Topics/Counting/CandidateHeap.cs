using System.Diagnostics.CodeAnalysis;

namespace Winnow.Trends.Topics.Counting;

/// <summary>The most counted phrases of a stream, at most <c>capacity</c> of them, the least on top so that it can be replaced.</summary>
internal sealed class CandidateHeap(int capacity)
{
    private readonly List<Candidate> _heap = [];
    private readonly Dictionary<ulong, int> _places = [];

    internal int Capacity => capacity;

    internal IReadOnlyList<Candidate> All => _heap;

    /// <summary>A phrase that is not here has been counted about as often as this at most; 0 as long as there is room.</summary>
    internal int Floor => Least?.Count ?? 0;

    /// <summary>What the next phrase that enters pushes out; null while there is room.</summary>
    internal Candidate? Least => _heap.Count < capacity || capacity == 0 ? null : _heap[0];

    internal bool TryGet(ulong hash, [NotNullWhen(true)] out Candidate? candidate)
    {
        var found = _places.TryGetValue(hash, out var place);
        candidate = found ? _heap[place] : null;
        return found;
    }

    /// <summary>Takes a phrase in, at the cost of the least counted one when there is no room. It must not be here yet, and have more than <see cref="Floor"/>.</summary>
    internal void Enter(Candidate candidate)
    {
        if (_heap.Count == capacity)
        {
            _places.Remove(_heap[0].Hash);
            Put(0, candidate);
            Sink(0);
            return;
        }

        _heap.Add(candidate);
        Put(_heap.Count - 1, candidate);
        Rise(_heap.Count - 1);
    }

    internal void Recount(Candidate candidate, int count)
    {
        var place = _places[candidate.Hash];
        candidate.Count = count;
        Rise(place);
        Sink(_places[candidate.Hash]);
    }

    private void Rise(int place)
    {
        while (place > 0 && _heap[(place - 1) / 2].Count > _heap[place].Count)
        {
            Swap(place, (place - 1) / 2);
            place = (place - 1) / 2;
        }
    }

    private void Sink(int place)
    {
        while (true)
        {
            var least = place;
            for (var child = (2 * place) + 1; child <= (2 * place) + 2 && child < _heap.Count; child++)
            {
                least = _heap[child].Count < _heap[least].Count ? child : least;
            }

            if (least == place)
            {
                return;
            }

            Swap(place, least);
            place = least;
        }
    }

    private void Swap(int a, int b)
    {
        var moved = _heap[a];
        Put(a, _heap[b]);
        Put(b, moved);
    }

    private void Put(int place, Candidate candidate)
    {
        _heap[place] = candidate;
        _places[candidate.Hash] = place;
    }
}
