using System.Text;
using Winnow.Index.Segments;
using Winnow.Index.Text;

namespace Winnow.Index.Lexical;

/// <summary>Picks the most telling terms of a document or a text: those with the largest share of occurrences times rarity.</summary>
internal static unsafe class SimilarDocuments
{
    private const int Terms = 25;

    // A word of this document alone leads nowhere else.
    private const int LeastFrequency = 2;

    internal static QueryPlan? Plan(SearchScratch scratch, Snapshot snapshot, long id)
    {
        if (snapshot.Find(id) is not var (segment, document))
        {
            return null;
        }

        var live = snapshot.Segments[segment];
        var ordinals = new List<int>();
        live.Reader.ReadForward(document, ordinals);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        var cursor = scratch.Cursor(0);
        var terms = new TermCursor(live.Reader);
        foreach (var ordinal in ordinals)
        {
            var info = TermDictionary.Info(live.Reader, ordinal);
            var idf = Bm25.Idf(live.LiveDocuments, Math.Max(1, live.LiveFrequency(info)));
            cursor.Open(live.Reader, info);
            var index = cursor.SkipTo(document) ? cursor.IndexOf(document) : -1;
            if (index >= 0)
            {
                terms.MoveTo(ordinal);
                weights[Encoding.UTF8.GetString(terms.Term)] = Bm25.Score(idf, snapshot.Norms.Frequency(cursor.Codes[index], live.Reader.Lengths[document]));
            }
        }

        return Plan(snapshot, weights, LeastFrequency);
    }

    internal static QueryPlan Plan(Snapshot snapshot, Analyzer analyzer, string text)
    {
        var terms = new List<Term>();
        analyzer.Analyze(text, AnalysisKind.English, forIndex: false, terms);
        var statistics = new TermStatistics(snapshot);
        var weights = terms.GroupBy(term => term.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (double)Bm25.Score(statistics.Find(group.Key, snapshot.AllFields).Idf, group.Count()), StringComparer.Ordinal);
        return Plan(snapshot, weights, 1);
    }

    private static QueryPlan Plan(Snapshot snapshot, Dictionary<string, double> weights, int leastFrequency)
    {
        var statistics = new TermStatistics(snapshot);
        var chosen = weights.Where(pair => pair.Key[0] is not (Analyzer.ExactMark or Analyzer.SpellingMark))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => statistics.Find(pair.Key, snapshot.AllFields))
            .Where(term => term.Frequency >= leastFrequency)
            .Take(Terms)
            .OrderByDescending(term => term.Idf).ThenBy(term => term.Text, StringComparer.Ordinal);
        return new QueryPlan { Terms = [.. chosen], Phrases = [], Required = [], RequiredMass = 0, Hopeless = false };
    }
}
