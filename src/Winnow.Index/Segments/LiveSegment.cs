namespace Winnow.Index.Segments;

/// <summary>A segment as one commit sees it.</summary>
/// <param name="Reader">The file.</param>
/// <param name="Deletes">Null when nothing of it is deleted.</param>
/// <param name="DeletesFile">Where <paramref name="Deletes"/> was read from or saved; null while it is not on disk.</param>
internal sealed record LiveSegment(SegmentReader Reader, DeleteSet? Deletes, string? DeletesFile)
{
    internal int LiveDocuments => Reader.Documents - (Deletes?.Count ?? 0);

    internal bool IsDeleted(int document) => Deletes?.Contains(document) ?? false;

    internal long LengthSum(int field) => Reader.Facts.LengthSums[field] - (Deletes?.LengthLosses[field] ?? 0);

    internal int LiveFrequency(TermInfo info) => info.Frequency - (Deletes?.TermLoss(info.Ordinal) ?? 0);

    /// <exception cref="IndexCorruptException">A file is damaged or missing.</exception>
    internal static LiveSegment Open(string folder, ManifestEntry entry, IndexSchema schema)
    {
        SegmentReader reader;
        try
        {
            reader = SegmentReader.Open(Path.Combine(folder, entry.Segment), schema);
        }
        catch (FileNotFoundException e)
        {
            throw new IndexCorruptException(entry.Segment, "is missing", e);
        }

        try
        {
            return new LiveSegment(reader, entry.Deletes is { } file ? LoadDeletes(folder, file, reader) : null, entry.Deletes);
        }
        catch
        {
            reader.Release();
            throw;
        }
    }

    /// <exception cref="IndexCorruptException">The file is damaged or missing.</exception>
    internal static DeleteSet LoadDeletes(string folder, string file, SegmentReader reader)
    {
        try
        {
            return DeleteSet.Load(Path.Combine(folder, file), reader);
        }
        catch (FileNotFoundException e)
        {
            throw new IndexCorruptException(file, "is missing", e);
        }
    }
}
