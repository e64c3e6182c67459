namespace Winnow.Index.Vectors;

/// <summary>
/// Finds the nearest of many vectors by comparing the query with every one: exact over the 8-bit rows, no parameters, nothing to train. From its second search
/// on half a row's bytes tell whether the other half matters (<see cref="RowSketch"/>); the result is the same. Thread-safe; each search sees one commit, whole. A folder without an index is empty.
/// </summary>
public sealed class VectorIndex : IDisposable
{
    private const int ManifestTries = 5;
    private readonly string _folder;
    private readonly Lock _refreshing = new();
    private VectorSnapshot? _snapshot;
    private string? _manifestText;

    private VectorIndex(string folder) => _folder = folder;

    /// <exception cref="IndexCorruptException">A file of the index cannot be read.</exception>
    public static VectorIndex Open(string folder)
    {
        var index = new VectorIndex(folder);
        index.Refresh();
        return index;
    }

    /// <summary>Null while the folder holds no index.</summary>
    public VectorSpace? Space => _snapshot?.Manifest.Space;

    /// <summary>The caller's position of the commit that searches see.</summary>
    public long Position => _snapshot?.Manifest.Position ?? 0;

    public int Count => _snapshot?.Count ?? 0;

    public VectorIndexStatistics Statistics => _snapshot?.Statistics ?? new VectorIndexStatistics(0, 0, 0, 0);

    /// <summary>Sees the newest commit, of whatever process. Reads one small file when there is none; cheap enough for every search.</summary>
    /// <returns>Whether there was a new one.</returns>
    public bool Refresh()
    {
        lock (_refreshing)
        {
            for (var attempt = 1; ; attempt++)
            {
                var text = VectorManifest.ReadText(_folder);
                if (text == null || text == _manifestText)
                {
                    return false;
                }

                try
                {
                    var fresh = VectorSnapshot.Open(_folder, VectorManifest.Parse(text), _snapshot);
                    Interlocked.Exchange(ref _snapshot, fresh)?.Release();
                    _manifestText = text;
                    return true;
                }
                catch (FileNotFoundException) when (attempt < ManifestTries)
                {
                    // A writer has compacted between the two reads; its new manifest is in place.
                }
            }
        }
    }

    /// <summary>The <paramref name="limit"/> vectors with the largest dot product, best first, ties by id.</summary>
    /// <param name="query"><see cref="VectorSpace.Dimensions"/> numbers.</param>
    /// <param name="accept">Asked only of rows good enough to enter the result; null accepts all.</param>
    public IReadOnlyList<VectorHit> Search(ReadOnlySpan<float> query, int limit, Func<long, bool>? accept = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        if (Share() is not { } snapshot)
        {
            return [];
        }

        try
        {
            CheckLength(query.Length, snapshot);
            return new VectorScan(snapshot, query, limit, accept).Run();
        }
        finally
        {
            snapshot.Release();
        }
    }

    /// <summary>Ids of at most so many vectors, spread over all of them; the same ones for the same vectors.</summary>
    public IReadOnlyList<long> Sample(int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        if (Share() is not { } snapshot)
        {
            return [];
        }

        try
        {
            long[] ids = [.. snapshot.Ids.Order()];
            var count = Math.Min(most, ids.Length);
            return [.. Enumerable.Range(0, count).Select(i => ids[(long)i * ids.Length / count])];
        }
        finally
        {
            snapshot.Release();
        }
    }

    /// <summary>Copies the vector of <paramref name="id"/>, as it was before quantisation to within 1/254 of its largest component.</summary>
    public bool TryGet(long id, Span<float> vector)
    {
        if (Share() is not { } snapshot)
        {
            return false;
        }

        try
        {
            CheckLength(vector.Length, snapshot);
            var found = snapshot.TryFind(id, out var segment, out var row);
            if (found)
            {
                Int8Rows.Dequantize(segment.Row(row), segment.Scales[row], vector);
            }

            return found;
        }
        finally
        {
            snapshot.Release();
        }
    }

    /// <summary>Whether a vector of <paramref name="id"/> made from this <paramref name="content"/> is there.</summary>
    public bool Contains(long id, uint content)
    {
        if (Share() is not { } snapshot)
        {
            return false;
        }

        try
        {
            return snapshot.TryFind(id, out var segment, out var row) && segment.Contents[row] == content;
        }
        finally
        {
            snapshot.Release();
        }
    }

    /// <summary>Reads every byte and compares checksums.</summary>
    /// <returns>One sentence for each problem; empty when there is none.</returns>
    public IReadOnlyList<string> Check()
    {
        if (Share() is not { } snapshot)
        {
            return [];
        }

        try
        {
            return [.. snapshot.Segments.Where(s => !s.RowsAreIntact()).Select(s => $"The index file {s.Name} holds vectors that do not match their checksum.")];
        }
        finally
        {
            snapshot.Release();
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _snapshot, null)?.Release();

    private VectorSnapshot? Share()
    {
        while (Volatile.Read(ref _snapshot) is { } snapshot)
        {
            if (snapshot.TryShare() is { } shared)
            {
                return shared;
            }
        }

        return null;
    }

    private static void CheckLength(int length, VectorSnapshot snapshot)
    {
        if (length != snapshot.Manifest.Space.Dimensions)
        {
            throw new ArgumentException(
                $"The vector has {length} dimensions where the index of model {snapshot.Manifest.Space.Model} has {snapshot.Manifest.Space.Dimensions}.", nameof(length));
        }
    }
}
