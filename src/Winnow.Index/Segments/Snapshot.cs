using Winnow.Index.Lexical;

namespace Winnow.Index.Segments;

/// <summary>One commit, opened. Immutable; its files stay mapped until the last search in it has ended.</summary>
internal sealed class Snapshot
{
    private int _references = 1;

    private Snapshot(Manifest manifest, LiveSegment[] segments)
    {
        (Manifest, Segments) = (manifest, segments);
        Documents = segments.Sum(segment => (long)segment.LiveDocuments);
        Code = new FrequencyCode(manifest.Schema);
        Averages = [.. Enumerable.Range(0, Schema.Texts.Count).Select(f => (float)segments.Sum(segment => segment.LengthSum(f)) / Math.Max(1, Documents))];
        AllFields = (1 << Schema.Texts.Count) - 1;
        Norms = new FieldNorms(Schema, Averages, Code);
        BoundFactors = [.. segments.Select(BoundFactor)];
    }

    internal Manifest Manifest { get; }

    internal IndexSchema Schema => Manifest.Schema;

    internal LiveSegment[] Segments { get; }

    /// <summary>Live documents.</summary>
    internal long Documents { get; }

    internal FrequencyCode Code { get; }

    /// <summary>The mean length of each text field over live documents, in words.</summary>
    internal float[] Averages { get; }

    internal int AllFields { get; }

    internal FieldNorms Norms { get; }

    /// <summary>
    /// For each segment what its stored maxima of tf~ are multiplied by to bound today's: an average that grew by r makes a field's part of tf~ grow by at
    /// most r, one that shrank only lessens it.
    /// </summary>
    internal float[] BoundFactors { get; }

    /// <returns>Null when the folder holds no index.</returns>
    internal static Snapshot? Open(string folder, Snapshot? previous)
    {
        while (true)
        {
            var manifest = Manifest.Load(folder);
            if (manifest is null)
            {
                return null;
            }

            try
            {
                return Open(folder, manifest, previous);
            }
            catch (IndexCorruptException e) when (e.InnerException is FileNotFoundException && Manifest.Load(folder)?.Generation > manifest.Generation)
            {
                // A commit replaced the files between reading the manifest and opening them.
                continue;
            }
        }
    }

    /// <returns>False when the last reference is gone already.</returns>
    internal bool TryAcquire()
    {
        while (true)
        {
            var references = Volatile.Read(ref _references);
            if (references == 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _references, references + 1, references) == references)
            {
                return true;
            }
        }
    }

    internal void Release()
    {
        if (Interlocked.Decrement(ref _references) == 0)
        {
            foreach (var segment in Segments)
            {
                segment.Reader.Release();
            }
        }
    }

    /// <summary>Where a live document is, or null.</summary>
    internal (int Segment, int Document)? Find(long id)
    {
        for (var s = 0; s < Segments.Length; s++)
        {
            var document = Segments[s].Reader.Find(id);
            if (document >= 0 && !Segments[s].IsDeleted(document))
            {
                return (s, document);
            }
        }

        return null;
    }

    private static Snapshot Open(string folder, Manifest manifest, Snapshot? previous)
    {
        var segments = new List<LiveSegment>();
        try
        {
            foreach (var entry in manifest.Entries)
            {
                // A name is never used twice, so the same name is the same file; a folder that was deleted and filled anew starts again at a lower generation.
                var same = previous is not null && previous.Manifest.Generation < manifest.Generation && previous.Schema.Equals(manifest.Schema)
                    ? previous.Segments.FirstOrDefault(segment => segment.Reader.Name == entry.Segment) : null;
                if (same is null)
                {
                    segments.Add(LiveSegment.Open(folder, entry, manifest.Schema));
                    continue;
                }

                same.Reader.AddReference();
                segments.Add(same);
                if (same.DeletesFile != entry.Deletes)
                {
                    segments[^1] = new LiveSegment(
                        same.Reader, entry.Deletes is { } file ? LiveSegment.LoadDeletes(folder, file, same.Reader) : null, entry.Deletes);
                }
            }

            // The largest first: its best documents set a threshold that the small ones can hardly reach.
            return new Snapshot(manifest, [.. segments.OrderByDescending(segment => segment.LiveDocuments)]);
        }
        catch
        {
            foreach (var segment in segments)
            {
                segment.Reader.Release();
            }

            throw;
        }
    }

    private float BoundFactor(LiveSegment segment)
    {
        var factor = 1f;
        for (var f = 0; f < Averages.Length; f++)
        {
            var reference = segment.Reader.Facts.ReferenceAverages[f];
            factor = reference > 0 ? Math.Max(factor, Averages[f] / reference) : factor;
        }

        // Above the rounding of the two computations that it compares.
        return factor * 1.0001f;
    }
}
