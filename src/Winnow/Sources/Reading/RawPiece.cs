namespace Winnow.Sources.Reading;

/// <summary>One record as cut from its input, not yet understood.</summary>
/// <param name="Bytes">The record alone in UTF-8, in memory of its own; of a piece with a problem, at most its beginning.</param>
/// <param name="Line">Its first line, counted from 1, where the format has lines.</param>
/// <param name="Problem">One sentence on why these bytes are no record, or null.</param>
internal readonly record struct RawPiece(ReadOnlyMemory<byte> Bytes, long? Line, string? Problem = null);
