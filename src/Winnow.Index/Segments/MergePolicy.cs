namespace Winnow.Index.Segments;

/// <summary>
/// Which segments become one. Segments fall into classes whose sizes grow by the merge factor; a full class is merged, so each document is rewritten once per
/// class and the number of segments grows with the logarithm of the index.
/// </summary>
internal static class MergePolicy
{
    // Below this the fixed cost of a segment outweighs its documents.
    private const int SmallestClass = 1000;

    // Positions are addressed with 32 bits: about 350 bytes a paper leave room for twelve million.
    private const int LargestMerge = 5_000_000;
    private const double WastefulShare = 0.3;

    /// <returns>Empty when nothing is to do.</returns>
    internal static IReadOnlyList<LiveSegment> Choose(IReadOnlyList<LiveSegment> segments, int factor)
    {
        var wasteful = segments.FirstOrDefault(segment => segment.LiveDocuments == 0 || segment.LiveDocuments < segment.Reader.Documents * (1 - WastefulShare));
        if (wasteful is not null)
        {
            return [wasteful];
        }

        var full = segments.GroupBy(segment => SizeClass(segment.LiveDocuments, factor)).OrderBy(group => group.Key)
            .FirstOrDefault(group => group.Count() >= factor && group.Sum(segment => (long)segment.LiveDocuments) <= LargestMerge);
        return full?.ToList() ?? [];
    }

    private static int SizeClass(int documents, int factor)
    {
        var sizeClass = 0;
        for (long limit = SmallestClass; documents >= limit; limit *= factor)
        {
            sizeClass++;
        }

        return sizeClass;
    }
}
