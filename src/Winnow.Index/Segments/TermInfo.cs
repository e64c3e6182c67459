namespace Winnow.Index.Segments;

/// <param name="Ordinal">The term's place in the segment's dictionary.</param>
/// <param name="Offset">Where its list begins in the postings.</param>
/// <param name="Frequency">Documents in the list, deleted ones included.</param>
/// <param name="Max">The largest tf~ in the list, with the segment's reference averages.</param>
internal readonly record struct TermInfo(int Ordinal, ulong Offset, int Frequency, float Max);
