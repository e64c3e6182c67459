using System.Globalization;

namespace Winnow.Index.Vectors;

/// <summary>Changes a vector index. One at a time: a lock file in the folder keeps a second one out, of whatever process. Not thread-safe.</summary>
public sealed class VectorWriter : IDisposable
{
    private const string LockName = "vectors.lock";

    /// <summary>A commit compacts everything once this share of all rows is dead: search time grows with rows, live or not.</summary>
    private const double DeadShare = 0.25;

    private readonly string _folder;
    private readonly FileStream _lock;
    private readonly Dictionary<long, Pending> _pending = [];
    private VectorManifest _manifest;

    private VectorWriter(string folder, FileStream held, VectorManifest manifest) => (_folder, _lock, _manifest) = (folder, held, manifest);

    /// <summary>The position of the last commit, 0 before the first.</summary>
    public long Position => _manifest.Position;

    /// <exception cref="IndexLockedException">Another writer is open.</exception>
    /// <exception cref="VectorSpaceException">The folder holds vectors of another space.</exception>
    /// <exception cref="IndexCorruptException">The folder's manifest cannot be read.</exception>
    public static VectorWriter Open(string folder, VectorSpace space)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(space.Dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(space.Dimensions, 4_096);
        Directory.CreateDirectory(folder);
        var held = Lock(folder);
        try
        {
            var manifest = VectorManifest.ReadText(folder) is { } text ? VectorManifest.Parse(text) : VectorManifest.Empty(space);
            if (manifest.Space != space)
            {
                throw new VectorSpaceException(folder, manifest.Space, space);
            }

            var writer = new VectorWriter(folder, held, manifest);
            writer.Sweep();
            return writer;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Stores a vector, or replaces the one with this id.</summary>
    /// <param name="id">The caller's id.</param>
    /// <param name="content">A number that changes with the text the vector was made from; <see cref="VectorIndex.Contains"/> compares it.</param>
    /// <param name="vector"><see cref="VectorSpace.Dimensions"/> finite numbers; of length one where cosines are wanted.</param>
    public void Put(long id, uint content, ReadOnlySpan<float> vector)
    {
        if (vector.Length != _manifest.Space.Dimensions)
        {
            throw new ArgumentException($"The vector has {vector.Length} dimensions instead of {_manifest.Space.Dimensions}.", nameof(vector));
        }

        var row = new sbyte[Int8Rows.Stride(vector.Length)];
        _pending[id] = new Pending(content, Int8Rows.Quantize(vector, row), row);
    }

    /// <summary>Forgets the vector with this id, if there is one.</summary>
    public void Delete(long id) => _pending[id] = Pending.Removal;

    /// <summary>Publishes everything since the last commit atomically, together with the caller's position. What was not committed is lost when the process ends.</summary>
    public void Commit(long position)
    {
        var segments = _manifest.Segments.ToList();
        var next = _manifest.NextSegment;
        if (_pending.Count > 0)
        {
            segments.Add(WritePending(next++));
        }

        Publish(_manifest with { Position = position, NextSegment = next, Segments = segments });
        _pending.Clear();
        if (segments.Count > 1)
        {
            Compact();
        }
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream Lock(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new IndexLockedException(folder, e);
        }
    }

    private static string SegmentName(int number) => string.Create(CultureInfo.InvariantCulture, $"vectors-{number:d6}");

    private string WritePending(int number)
    {
        var name = SegmentName(number);
        using var file = new VectorSegmentFile(Path.Combine(_folder, name), _manifest.Space.Dimensions);
        foreach (var (id, pending) in _pending.OrderBy(p => p.Key))
        {
            if (pending.Row == null)
            {
                file.Remove(id);
            }
            else
            {
                file.Add(id, pending.Content, pending.Scale, pending.Row);
            }
        }

        file.Complete();
        return name;
    }

    private void Publish(VectorManifest manifest)
    {
        manifest.Write(_folder);
        _manifest = manifest;
    }

    /// <summary>
    /// Rewrites the newest segments as one while the one before them is less than twice their size, so that n vectors make at most about log2 n segments
    /// and each is rewritten about that often; everything, when too much of it is dead.
    /// </summary>
    private void Compact()
    {
        var snapshot = VectorSnapshot.Open(_folder, _manifest, previous: null);
        try
        {
            var first = FirstToCompact(snapshot);
            if (first == snapshot.Segments.Count - 1)
            {
                return;
            }

            var name = Merge(snapshot, first);
            Publish(_manifest with { NextSegment = _manifest.NextSegment + 1, Segments = [.. _manifest.Segments.Take(first), name] });
        }
        finally
        {
            snapshot.Release();
        }

        Sweep();
    }

    private static int FirstToCompact(VectorSnapshot snapshot)
    {
        var statistics = snapshot.Statistics;
        if (statistics.Replaced > DeadShare * (statistics.Vectors + statistics.Replaced))
        {
            return 0;
        }

        var first = snapshot.Segments.Count - 1;
        var size = (long)snapshot.Segments[first].Rows;
        while (first > 0 && snapshot.Segments[first - 1].Rows < 2 * size)
        {
            first--;
            size += snapshot.Segments[first].Rows;
        }

        return first;
    }

    private string Merge(VectorSnapshot snapshot, int first)
    {
        var name = SegmentName(_manifest.NextSegment);
        using var file = new VectorSegmentFile(Path.Combine(_folder, name), _manifest.Space.Dimensions);
        var removed = new HashSet<long>();
        for (var s = first; s < snapshot.Segments.Count; s++)
        {
            var segment = snapshot.Segments[s];
            for (var row = 0; row < segment.Rows; row++)
            {
                if (snapshot.IsLive(s, row))
                {
                    file.Add(segment.Ids[row], segment.Contents[row], segment.Scales[row], segment.Row(row));
                }
            }

            foreach (var id in segment.Removed)
            {
                removed.Add(id);
            }
        }

        // With older segments left, what was removed must stay hidden in them.
        foreach (var id in removed.Where(id => first > 0 && !snapshot.TryFind(id, out _, out _)).Order())
        {
            file.Remove(id);
        }

        file.Complete();
        return name;
    }

    /// <summary>Deletes files that no manifest names: what a killed writer left, and what was compacted.</summary>
    private void Sweep()
    {
        foreach (var path in Directory.EnumerateFiles(_folder, "vectors-*"))
        {
            if (!_manifest.Segments.Contains(Path.GetFileName(path)))
            {
                TryDelete(path);
            }
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows keeps a mapped file; the next sweep takes it.
        }
    }

    private readonly record struct Pending(uint Content, float Scale, sbyte[]? Row)
    {
        internal static Pending Removal => new(0, 0, null);
    }
}
