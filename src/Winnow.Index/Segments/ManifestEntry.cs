namespace Winnow.Index.Segments;

/// <param name="Segment">The segment's file name.</param>
/// <param name="Deletes">Its delete file's name, null when nothing of it is deleted.</param>
internal sealed record ManifestEntry(string Segment, string? Deletes);
