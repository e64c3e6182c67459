namespace Winnow.Index.Vectors;

/// <summary>One commit: its segments and which of their rows are live. Immutable; counts its users so that files are unmapped after the last search.</summary>
internal sealed class VectorSnapshot
{
    private readonly VectorSegment[] _segments;
    private readonly ulong[][] _live;
    private readonly Dictionary<long, (int Segment, int Row)> _rows;
    private int _users = 1;

    private VectorSnapshot(VectorManifest manifest, VectorSegment[] segments)
    {
        (Manifest, _segments) = (manifest, segments);
        _live = new ulong[segments.Length][];
        _rows = new Dictionary<long, (int, int)>(segments.Sum(s => s.Rows));
        FindLiveRows();
    }

    internal VectorManifest Manifest { get; }

    internal IReadOnlyList<VectorSegment> Segments => _segments;

    internal int Count => _rows.Count;

    internal IEnumerable<long> Ids => _rows.Keys;

    internal VectorIndexStatistics Statistics =>
        new(Count, _segments.Sum(s => s.Rows) - Count, _segments.Length, _segments.Sum(s => s.Bytes));

    /// <summary>Opens what the manifest names; segments that <paramref name="previous"/> has open are shared with it.</summary>
    internal static VectorSnapshot Open(string folder, VectorManifest manifest, VectorSnapshot? previous)
    {
        var opened = new List<VectorSegment>();
        try
        {
            foreach (var name in manifest.Segments)
            {
                var known = previous?._segments.FirstOrDefault(s => s.Name == name);
                opened.Add(known?.Share() ?? VectorSegment.Open(Path.Combine(folder, name), manifest.Space.Dimensions));
            }

            return new VectorSnapshot(manifest, [.. opened]);
        }
        catch
        {
            opened.ForEach(s => s.Release());
            throw;
        }
    }

    internal bool IsLive(int segment, int row) => (_live[segment][row >> 6] >> (row & 63) & 1) != 0;

    internal bool TryFind(long id, out VectorSegment segment, out int row)
    {
        var found = _rows.TryGetValue(id, out var place);
        segment = found ? _segments[place.Segment] : null!;
        row = place.Row;
        return found;
    }

    /// <summary>Null when it is already closed: a newer snapshot has taken its place.</summary>
    internal VectorSnapshot? TryShare()
    {
        int users;
        do
        {
            users = Volatile.Read(ref _users);
            if (users == 0)
            {
                return null;
            }
        }
        while (Interlocked.CompareExchange(ref _users, users + 1, users) != users);
        return this;
    }

    internal void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            Array.ForEach(_segments, s => s.Release());
        }
    }

    /// <summary>From the newest segment back: a row is live unless a newer segment holds or removes its id.</summary>
    private void FindLiveRows()
    {
        var hidden = new HashSet<long>();
        for (var s = _segments.Length - 1; s >= 0; s--)
        {
            var ids = _segments[s].Ids;
            var live = _live[s] = new ulong[(ids.Length + 63) / 64];
            for (var row = 0; row < ids.Length; row++)
            {
                if (!hidden.Contains(ids[row]) && _rows.TryAdd(ids[row], (s, row)))
                {
                    live[row >> 6] |= 1UL << (row & 63);
                }
            }

            foreach (var id in _segments[s].Removed)
            {
                if (!_rows.ContainsKey(id))
                {
                    hidden.Add(id);
                }
            }
        }
    }
}
