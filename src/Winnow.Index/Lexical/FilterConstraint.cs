using System.Runtime.Intrinsics;
using Winnow.Index.Segments;

namespace Winnow.Index.Lexical;

/// <summary>Evaluates a filter by scanning its column.</summary>
internal sealed unsafe class FilterConstraint(FieldFilter filter) : Constraint
{
    internal string Field => filter.Field;

    internal override void Evaluate(SearchScratch scratch, Snapshot snapshot, int segment, ulong[] bits)
    {
        var reader = snapshot.Segments[segment].Reader;
        if (filter is NumberFilter number)
        {
            EvaluateNumber(reader, snapshot.Schema.NumberOrdinal(number.Field), number, bits);
        }
        else
        {
            var keyword = (KeywordFilter)filter;
            EvaluateKeyword(reader, snapshot.Schema.KeywordOrdinal(keyword.Field), keyword, bits);
        }
    }

    private static void EvaluateNumber(SegmentReader reader, int field, NumberFilter filter, ulong[] bits)
    {
        var numbers = reader.Numbers(field);
        var from = Math.Max(filter.From ?? int.MinValue, SegmentFormat.NoNumber + 1);
        var to = filter.To ?? int.MaxValue;
        if (from > to)
        {
            return;
        }

        // Eight at a time: every search by relevance makes one such pass.
        var range = (uint)to - (uint)from;
        var first = Vector256.Create((uint)from);
        var width = Vector256.Create(range);
        var whole = reader.Documents & ~(Vector256<uint>.Count - 1);
        for (var d = 0; d < whole; d += Vector256<uint>.Count)
        {
            ulong inside = Vector256.LessThanOrEqual(Vector256.Load((uint*)numbers + d) - first, width).ExtractMostSignificantBits();
            bits[d >> 6] |= inside << (d & 63);
        }

        for (var d = whole; d < reader.Documents; d++)
        {
            bits[d >> 6] |= ((uint)numbers[d] - (uint)from <= range ? 1UL : 0UL) << (d & 63);
        }
    }

    private static void EvaluateKeyword(SegmentReader reader, int field, KeywordFilter filter, ulong[] bits)
    {
        var column = reader.Keyword(field);
        var wanted = new bool[column.Count];
        for (var i = 0; i < wanted.Length; i++)
        {
            wanted[i] = filter.Values.Contains(column.Values[i], StringComparer.Ordinal);
        }

        for (var d = 0; d < reader.Documents; d++)
        {
            foreach (var ordinal in column.Of(d))
            {
                if ((uint)ordinal < (uint)wanted.Length && wanted[ordinal])
                {
                    bits[d >> 6] |= 1UL << (d & 63);
                }
            }
        }
    }
}
