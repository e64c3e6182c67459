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

        // Without branches and memory writes between documents: every search by relevance makes one such pass.
        var range = (uint)to - (uint)from;
        for (var start = 0; start < reader.Documents; start += 64)
        {
            var end = Math.Min(64, reader.Documents - start);
            var word = 0UL;
            for (var i = 0; i < end; i++)
            {
                word |= ((uint)numbers[start + i] - (uint)from <= range ? 1UL : 0UL) << i;
            }

            bits[start >> 6] |= word;
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
