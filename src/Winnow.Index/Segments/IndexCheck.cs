using Winnow.Index.Lexical;

namespace Winnow.Index.Segments;

/// <summary>Reads every byte of a snapshot: checksums first, then what checksums cannot say.</summary>
internal static unsafe class IndexCheck
{
    internal static List<string> Run(Snapshot snapshot)
    {
        var problems = new List<string>();
        var seen = new Dictionary<long, string>();
        foreach (var segment in snapshot.Segments)
        {
            var damaged = segment.Reader.DamagedRegions().ToList();
            problems.AddRange(damaged.Select(kind => $"The index file {segment.Reader.Name} has a damaged region {Name(kind)}."));
            if (damaged.Count > 0)
            {
                continue;
            }

            try
            {
                CheckIds(segment, seen, problems);
                CheckTerms(segment, problems);
            }
            catch (IndexCorruptException e)
            {
                problems.Add(e.Message);
            }
        }

        return problems;
    }

    private static string Name(int kind) => kind < (int)RegionKind.KeywordValues ? ((RegionKind)kind).ToString() : $"{(RegionKind)(kind & ~0xFF)} {kind & 0xFF}";

    private static void CheckIds(LiveSegment segment, Dictionary<long, string> seen, List<string> problems)
    {
        for (var d = 0; d < segment.Reader.Documents; d++)
        {
            var id = segment.Reader.Ids[d];
            if (!segment.IsDeleted(d) && !seen.TryAdd(id, segment.Reader.Name))
            {
                problems.Add($"Document {id} is live in both {seen[id]} and {segment.Reader.Name}.");
            }

            if (segment.Reader.Find(id) < 0)
            {
                problems.Add($"The index file {segment.Reader.Name} does not find its own document {id}.");
            }
        }
    }

    /// <summary>Each posting list ascends, and each document's forward list names exactly the terms that list it.</summary>
    private static void CheckTerms(LiveSegment segment, List<string> problems)
    {
        var counts = new int[segment.Reader.Documents];
        var cursor = new PostingCursor();
        var terms = new TermCursor(segment.Reader);
        while (terms.Next())
        {
            cursor.Open(segment.Reader, TermDictionary.Info(segment.Reader, terms.Ordinal));
            var previous = -1;
            for (var block = 0; block < cursor.Blocks; block++)
            {
                cursor.Decode(block);
                for (var i = 0; i < cursor.Count; i++)
                {
                    if (cursor.Documents[i] <= previous)
                    {
                        problems.Add($"The index file {segment.Reader.Name} has a posting list out of order.");
                        return;
                    }

                    previous = cursor.Documents[i];
                    counts[previous]++;
                }
            }
        }

        var ordinals = new List<int>();
        for (var d = 0; d < counts.Length; d++)
        {
            ordinals.Clear();
            segment.Reader.ReadForward(d, ordinals);
            if (ordinals.Count != counts[d])
            {
                problems.Add($"The index file {segment.Reader.Name} lists {ordinals.Count} terms for document {segment.Reader.Ids[d]} but has {counts[d]} postings of it.");
            }
        }
    }
}
