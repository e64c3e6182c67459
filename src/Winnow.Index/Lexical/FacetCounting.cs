using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Winnow.Index.Segments;

namespace Winnow.Index.Lexical;

/// <summary>Counts the values of one field over the documents of bit sets.</summary>
internal sealed unsafe class FacetCounting(Snapshot snapshot, FacetRequest request)
{
    private readonly Dictionary<string, long> _keywords = new(StringComparer.Ordinal);
    private readonly Dictionary<int, long> _numbers = [];

    internal void Add(int segment, ulong[] bits)
    {
        var reader = snapshot.Segments[segment].Reader;
        if (snapshot.Schema.HasKeyword(request.Field))
        {
            AddKeywords(reader, reader.Keyword(snapshot.Schema.KeywordOrdinal(request.Field)), bits);
        }
        else
        {
            AddNumbers(reader.Numbers(snapshot.Schema.NumberOrdinal(request.Field)), bits);
        }
    }

    internal IReadOnlyList<FacetValue> Take()
    {
        if (!snapshot.Schema.HasKeyword(request.Field))
        {
            return [.. _numbers.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(request.Limit).OrderBy(pair => pair.Key)
                .Select(pair => new FacetValue(pair.Key.ToString(CultureInfo.InvariantCulture), pair.Value))];
        }

        return [.. _keywords.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(request.Limit)
            .Select(pair => new FacetValue(pair.Key, pair.Value))];
    }

    private void AddKeywords(SegmentReader reader, KeywordReader column, ulong[] bits)
    {
        var counts = new int[column.Count];
        for (var word = 0; word < bits.Length; word++)
        {
            for (var rest = bits[word]; rest != 0; rest &= rest - 1)
            {
                foreach (var ordinal in column.Of((word << 6) + BitOperations.TrailingZeroCount(rest)))
                {
                    if ((uint)ordinal >= (uint)counts.Length)
                    {
                        throw reader.Corrupt("lists a keyword that does not exist");
                    }

                    counts[ordinal]++;
                }
            }
        }

        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_keywords, column.Values[i], out _) += counts[i];
            }
        }
    }

    private void AddNumbers(int* numbers, ulong[] bits)
    {
        for (var word = 0; word < bits.Length; word++)
        {
            for (var rest = bits[word]; rest != 0; rest &= rest - 1)
            {
                var number = numbers[(word << 6) + BitOperations.TrailingZeroCount(rest)];
                if (number != SegmentFormat.NoNumber)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(_numbers, number, out _)++;
                }
            }
        }
    }
}
