using Winnow.Index.Segments;

namespace Winnow.Index.Lexical;

/// <summary>Some live documents that have a term, for whoever wants to see how they spell it.</summary>
internal static unsafe class TermDocuments
{
    internal static List<long> First(SearchScratch scratch, Snapshot snapshot, QueryTerm term, int count)
    {
        var ids = new List<long>(count);
        var cursor = scratch.Cursor(0);
        for (var s = 0; s < snapshot.Segments.Length && ids.Count < count; s++)
        {
            if (term.Infos[s] is not { } info)
            {
                continue;
            }

            var segment = snapshot.Segments[s];
            cursor.Open(segment.Reader, info);
            for (var block = 0; block < cursor.Blocks && ids.Count < count; block++)
            {
                cursor.Decode(block);
                for (var i = 0; i < cursor.Count && ids.Count < count; i++)
                {
                    if (!segment.IsDeleted(cursor.Documents[i]))
                    {
                        ids.Add(segment.Reader.Ids[cursor.Documents[i]]);
                    }
                }
            }
        }

        return ids;
    }
}
