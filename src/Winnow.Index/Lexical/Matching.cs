using System.Runtime.Intrinsics;
using Winnow.Index.Segments;

namespace Winnow.Index.Lexical;

/// <summary>Finds the documents of a segment whose terms have the required mass.</summary>
internal static unsafe class Matching
{
    internal static ulong[] Find(SearchScratch scratch, Snapshot snapshot, QueryPlan plan, int segment)
    {
        var reader = snapshot.Segments[segment].Reader;
        var bits = Constraint.NewBits(snapshot, segment);
        var terms = plan.Terms.Where(term => term.Mass > 0 && term.Infos[segment] is not null).ToArray();
        if (terms.Sum(term => (long)term.Mass) < plan.RequiredMass)
        {
            return bits;
        }

        for (var t = 0; t < terms.Length; t++)
        {
            scratch.Cursor(t).Open(reader, terms[t].Infos[segment]!.Value);
        }

        for (var start = 0; start < reader.Documents; start += SearchScratch.Window)
        {
            var end = Math.Min(start + SearchScratch.Window, reader.Documents);
            for (var t = 0; t < terms.Length; t++)
            {
                Sum(scratch.Cursor(t), terms[t], start, end, scratch.Masses);
            }

            Collect(scratch.Masses, start, end, (int)Math.Min(plan.RequiredMass, int.MaxValue), bits);
        }

        return bits;
    }

    private static void Sum(PostingCursor cursor, QueryTerm term, int start, int end, int[] masses)
    {
        if (!cursor.SkipTo(start))
        {
            return;
        }

        fixed (int* sums = masses)
        {
            for (var block = cursor.Block; block < cursor.Blocks && cursor.First(block) < end; block++)
            {
                cursor.Decode(block);
                for (var i = 0; i < cursor.Count; i++)
                {
                    var place = (uint)(cursor.Documents[i] - start);
                    if (place < SearchScratch.Window && (cursor.Codes[i] & term.CodeBits) != 0)
                    {
                        sums[place] += term.Mass;
                    }
                }
            }
        }
    }

    private static void Collect(int[] masses, int start, int end, int required, ulong[] bits)
    {
        var least = Vector256.Create(required);
        fixed (int* sums = masses)
        {
            for (var i = 0; i < end - start; i += Vector256<int>.Count)
            {
                ulong reached = Vector256.GreaterThanOrEqual(Vector256.Load(sums + i), least).ExtractMostSignificantBits();
                bits[(start + i) >> 6] |= reached << ((start + i) & 63);
                Vector256<int>.Zero.Store(sums + i);
            }
        }
    }
}
