using Winnow.Index;

namespace Winnow.Search.Meaning;

/// <summary>
/// The papers nearest to a question, by the models that rank together. Looked for on a thread of its own while the words are looked up: over 180,000 papers
/// either takes some milliseconds, and neither needs the other.
/// </summary>
/// <param name="Asked">The question as each model that answers sees it; empty when none does.</param>
/// <param name="Words">The papers, each once, with the score of the query's words in them.</param>
/// <param name="Nearness">The cosine of the question and the nearest paper, the mean over the models; 0 when there is none.</param>
/// <param name="Failures">What the models that failed said of it; others took their place where there are any.</param>
internal sealed record NearPapers(IReadOnlyList<AskedMeaning> Asked, IReadOnlyList<(long Id, float Words)> Words, double Nearness, IReadOnlyList<string> Failures)
{
    /// <summary>The nearest paper to a word of another subject stands at 0.2 (thermostat, volcano, among papers of machine learning), to one of the papers' own from 0.33 on (soccer: chess and Go).</summary>
    private const double TellingNearness = 0.3;

    /// <summary>Whether the nearest are near enough to be shown though no paper has a word of the question.</summary>
    internal bool IsTelling => Nearness >= TellingNearness;

    /// <param name="meaning">The models.</param>
    /// <param name="reader">Says which papers the query admits.</param>
    /// <param name="plan">Its query, filters and words in free text.</param>
    /// <param name="cancel">Ends the wait for a model.</param>
    internal static Task<NearPapers> FindAsync(PaperMeaning meaning, SearchIndex reader, QueryPlan plan, CancellationToken cancel) => Task.Run(
        async () =>
        {
            var (asked, failures) = await AskAsync(meaning.Ranking(reader.Statistics.Documents), plan.FreeText, cancel);
            using var admitted = asked.Count == 0 ? null : reader.Admitted(plan.Query, plan.Filters);
            if (admitted is null)
            {
                return new NearPapers([], [], 0, failures);
            }

            var found = asked.ConvertAll(meaning => meaning.Vectors.Nearest(meaning.Vector, HybridRanking.Depth, admitted.Contains));
            List<long> nearest = [.. found.SelectMany(hits => hits).Select(hit => hit.Id).Distinct()];
            var nearness = found.Average(hits => hits.Count == 0 ? 0.0 : hits[0].Similarity);
            return new NearPapers(asked, [.. nearest.Zip(admitted.Scores(nearest))], nearness, failures);
        },
        cancel);

    private static async Task<(List<AskedMeaning> Asked, List<string> Failures)> AskAsync(IReadOnlyList<PaperVectors> ranking, string text, CancellationToken cancel)
    {
        var asked = new List<AskedMeaning>();
        var failures = new List<string>();
        foreach (var vectors in ranking)
        {
            try
            {
                asked.Add(new AskedMeaning(vectors, await vectors.Model.EmbedQueryAsync(text, cancel)));
            }
            catch (ModelFailedException failure)
            {
                failures.Add(failure.Message);
            }
        }

        return (asked, failures);
    }
}
