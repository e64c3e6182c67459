using System.Globalization;
using Winnow.Index.Segments;

namespace Winnow.Index.Lexical;

/// <summary>Scores one document, with or without saying why. Sums in the order of the ranking, so both give the same number.</summary>
internal static unsafe class DocumentScore
{
    /// <summary>
    /// The scores of many documents, each the number that <see cref="Compute"/> gives. Every posting list is opened once and read forwards,
    /// where one document at a time looks its place up in each list anew.
    /// </summary>
    /// <param name="places">Where the documents are, in any order.</param>
    /// <returns>Their scores, in the order of <paramref name="places"/>.</returns>
    internal static float[] ComputeAll(SearchScratch scratch, Snapshot snapshot, QueryPlan plan, IReadOnlyList<(int Segment, int Document)> places)
    {
        var sums = new float[places.Count];
        var order = Enumerable.Range(0, places.Count).OrderBy(i => places[i].Segment).ThenBy(i => places[i].Document).ToArray();
        for (var from = 0; from < order.Length;)
        {
            var segment = places[order[from]].Segment;
            var to = from + 1;
            while (to < order.Length && places[order[to]].Segment == segment)
            {
                to++;
            }

            Add(scratch, snapshot, plan, segment, places, order.AsSpan(from, to - from), sums);
            from = to;
        }

        return sums;
    }

    /// <param name="order">The places of one segment, by document.</param>
    private static void Add(
        SearchScratch scratch, Snapshot snapshot, QueryPlan plan, int segment, IReadOnlyList<(int Segment, int Document)> places, ReadOnlySpan<int> order, float[] sums)
    {
        for (var p = 0; p < plan.Phrases.Count; p++)
        {
            var stands = plan.Stands(scratch, snapshot, p, segment);
            foreach (var i in order)
            {
                var document = places[i].Document;
                sums[i] += (stands[document >> 6] >> (document & 63) & 1) != 0 ? plan.Phrases[p].Bonus : 0;
            }
        }

        var reader = snapshot.Segments[segment].Reader;
        foreach (var term in plan.Terms)
        {
            if (term.Infos[segment] is not { } info)
            {
                continue;
            }

            var cursor = scratch.Cursor(0);
            cursor.Open(reader, info);
            foreach (var i in order)
            {
                var document = places[i].Document;
                if (!cursor.SkipTo(document))
                {
                    break;
                }

                var index = cursor.First(cursor.Block) <= document ? cursor.IndexOf(document) : -1;
                if (index >= 0 && (cursor.Codes[index] & term.CodeBits) != 0)
                {
                    sums[i] += Bm25.Score(term.Idf, term.Norms.Frequency(cursor.Codes[index], reader.Lengths[document]));
                }
            }
        }
    }

    internal static float Compute(SearchScratch scratch, Snapshot snapshot, QueryPlan plan, int segment, int document, List<Explanation>? parts = null)
    {
        var sum = 0f;
        for (var p = 0; p < plan.Phrases.Count; p++)
        {
            var phrase = plan.Phrases[p];
            if ((plan.Stands(scratch, snapshot, p, segment)[document >> 6] >> (document & 63) & 1) != 0)
            {
                sum += phrase.Bonus;
                parts?.Add(new Explanation(phrase.Bonus, $"the words \"{phrase.Display}\" stand side by side", []));
            }
        }

        var reader = snapshot.Segments[segment].Reader;
        foreach (var term in plan.Terms)
        {
            if (term.Infos[segment] is not { } info)
            {
                continue;
            }

            var cursor = scratch.Cursor(0);
            cursor.Open(reader, info);
            var index = cursor.SkipTo(document) && cursor.First(cursor.Block) <= document ? cursor.IndexOf(document) : -1;
            if (index < 0 || (cursor.Codes[index] & term.CodeBits) == 0)
            {
                continue;
            }

            var frequency = term.Norms.Frequency(cursor.Codes[index], reader.Lengths[document]);
            var score = Bm25.Score(term.Idf, frequency);
            sum += score;
            parts?.Add(Explain(snapshot, term, cursor.Codes[index], reader.Lengths[document], frequency, score));
        }

        return sum;
    }

    internal static Explanation Explain(SearchScratch scratch, Snapshot snapshot, QueryPlan plan, int segment, int document)
    {
        var parts = new List<Explanation>();
        var score = Compute(scratch, snapshot, plan, segment, document, parts);
        foreach (var correction in plan.Corrections)
        {
            parts.Add(new Explanation(0, $"no document has \"{correction.Typed}\"; searched for {string.Join(", ", correction.Used)}", []));
        }

        return new Explanation(score, parts.Count == 0 ? "none of the words occur" : "sum over the words that occur", parts);
    }

    private static Explanation Explain(Snapshot snapshot, QueryTerm term, byte code, uint lengths, float frequency, float score)
    {
        var fields = new List<string>();
        for (var f = 0; f < snapshot.Code.Fields; f++)
        {
            var occurrences = snapshot.Code.Decode(code, f);
            if (occurrences > 0 && (term.FieldMask >> f & 1) != 0)
            {
                var field = snapshot.Schema.Texts[f];
                fields.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{occurrences}{(occurrences == field.MaxFrequency ? " or more" : "")} × in {field.Name} (weight {field.Weight:0.##}, {FieldLength.Decode(lengths, f)} of {snapshot.Averages[f]:0.0} words)"));
            }
        }

        return new Explanation(
            score,
            string.Create(CultureInfo.InvariantCulture, $"\"{term.Display}\": {string.Join(", ", fields)}; in {term.Frequency} of {snapshot.Documents} documents"),
            [
                new Explanation(term.Idf, "rarity (idf, times its weight in the query)", []),
                new Explanation((Bm25.Saturation + 1) * frequency / (Bm25.Saturation + frequency), string.Create(CultureInfo.InvariantCulture, $"occurrences, weighted and saturated (tf~ {frequency:0.000})"), []),
            ]);
    }
}
