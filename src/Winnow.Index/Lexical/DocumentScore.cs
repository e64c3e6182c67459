using System.Globalization;
using Winnow.Index.Segments;

namespace Winnow.Index.Lexical;

/// <summary>Scores documents, with or without saying why. Sums in the order of the ranking, so all give the same number.</summary>
internal static unsafe class DocumentScore
{
    /// <param name="places">Where the documents are, in any order.</param>
    /// <returns>Their scores, in the order of <paramref name="places"/>.</returns>
    internal static float[] Compute(SearchScratch scratch, Snapshot snapshot, QueryPlan plan, IReadOnlyList<(int Segment, int Document)> places)
    {
        var scores = new float[places.Count];
        foreach (var segment in Enumerable.Range(0, places.Count).GroupBy(i => places[i].Segment))
        {
            int[] order = [.. segment.OrderBy(i => places[i].Document)];
            var sums = Sum(scratch, snapshot, plan, segment.Key, [.. order.Select(i => places[i].Document)]);
            for (var i = 0; i < order.Length; i++)
            {
                scores[order[i]] = sums[i];
            }
        }

        return scores;
    }

    internal static Explanation Explain(SearchScratch scratch, Snapshot snapshot, QueryPlan plan, int segment, int document)
    {
        var parts = new List<Explanation>();
        var score = Sum(scratch, snapshot, plan, segment, [document], parts)[0];
        return new Explanation(score, parts.Count == 0 ? "none of the words occur" : "sum over the words that occur", parts);
    }

    /// <summary>Opens every posting list once and reads it forwards.</summary>
    /// <param name="documents">Ascending.</param>
    /// <param name="parts">Gathers what the sums are made of; of use with one document.</param>
    private static float[] Sum(SearchScratch scratch, Snapshot snapshot, QueryPlan plan, int segment, int[] documents, List<Explanation>? parts = null)
    {
        var sums = new float[documents.Length];
        for (var p = 0; p < plan.Phrases.Count; p++)
        {
            var (phrase, stands) = (plan.Phrases[p], plan.Stands(scratch, snapshot, p, segment));
            for (var i = 0; i < documents.Length; i++)
            {
                if ((stands[documents[i] >> 6] >> (documents[i] & 63) & 1) != 0)
                {
                    sums[i] += phrase.Bonus;
                    parts?.Add(new Explanation(phrase.Bonus, $"the words \"{phrase.Display}\" stand side by side", []));
                }
            }
        }

        var (reader, cursor) = (snapshot.Segments[segment].Reader, scratch.Cursor(0));
        foreach (var term in plan.Terms)
        {
            if (term.Infos[segment] is not { } info)
            {
                continue;
            }

            cursor.Open(reader, info);
            for (var i = 0; i < documents.Length && cursor.SkipTo(documents[i]); i++)
            {
                var index = cursor.First(cursor.Block) <= documents[i] ? cursor.IndexOf(documents[i]) : -1;
                if (index >= 0 && (cursor.Codes[index] & term.CodeBits) != 0)
                {
                    var frequency = term.Norms.Frequency(cursor.Codes[index], reader.Lengths[documents[i]]);
                    var score = Bm25.Score(term.Idf, frequency);
                    sums[i] += score;
                    parts?.Add(Explain(snapshot, term, cursor.Codes[index], reader.Lengths[documents[i]], frequency, score));
                }
            }
        }

        return sums;
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
