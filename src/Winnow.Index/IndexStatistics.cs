namespace Winnow.Index;

/// <param name="Documents">Live documents.</param>
/// <param name="Deleted">Documents whose bytes the next merge will drop.</param>
/// <param name="Segments">Segment files.</param>
/// <param name="Bytes">Size of all files of the snapshot.</param>
/// <param name="Generation">Grows with every commit.</param>
/// <param name="Position">The caller's position of the last commit.</param>
public sealed record IndexStatistics(long Documents, long Deleted, int Segments, long Bytes, long Generation, long Position);
