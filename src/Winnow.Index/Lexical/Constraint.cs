using Winnow.Index.Segments;

namespace Winnow.Index.Lexical;

/// <summary>Says for each document of a segment whether it may be in the answer.</summary>
internal abstract class Constraint
{
    /// <summary>Sets the bits of the documents for which it holds; other bits are 0 before and after. Deleted documents may be among them.</summary>
    internal abstract void Evaluate(SearchScratch scratch, Snapshot snapshot, int segment, ulong[] bits);

    internal static ulong[] NewBits(Snapshot snapshot, int segment) => new ulong[(snapshot.Segments[segment].Reader.Documents + 63) / 64];
}
