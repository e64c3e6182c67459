namespace Winnow.Index.Vectors;

/// <param name="Vectors">Live vectors.</param>
/// <param name="Replaced">Rows that a newer row replaced or a deletion hid, not yet compacted away.</param>
/// <param name="Segments">Files that hold them.</param>
/// <param name="Bytes">Size of those files.</param>
public sealed record VectorIndexStatistics(int Vectors, int Replaced, int Segments, long Bytes);
