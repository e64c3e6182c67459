using Winnow.Index.Segments;

namespace Winnow.Index.Lexical;

/// <summary>Holds where the term occurs in a field in which it counts.</summary>
internal sealed unsafe class TermConstraint(QueryTerm term) : Constraint
{
    internal override void Evaluate(SearchScratch scratch, Snapshot snapshot, int segment, ulong[] bits)
    {
        if (term.Infos[segment] is not { } info)
        {
            return;
        }

        var cursor = scratch.Cursor(0);
        cursor.Open(snapshot.Segments[segment].Reader, info);
        for (var block = 0; block < cursor.Blocks; block++)
        {
            cursor.Decode(block);
            for (var i = 0; i < cursor.Count; i++)
            {
                var document = cursor.Documents[i];
                bits[document >> 6] |= (cursor.Codes[i] & term.CodeBits) != 0 ? 1UL << (document & 63) : 0;
            }
        }
    }
}
