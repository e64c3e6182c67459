namespace Winnow.Trends.Topics.Ranking;

/// <summary>
/// How surprising a count is, given what its past predicts.
/// <para>Expected: <c>e = Σ n_c · (K_c + M·r) / (N_c + M)</c> over the categories c of the window, n_c being its papers, K_c and N_c the papers with the phrase
/// and all papers of the windows before, each weighted by <c>2^(−age/half-life)</c> with a half-life of 3 months or 6 weeks, and <c>M = 300</c>. The phrase's share
/// over all categories is <c>r = (K + m·q) / (N + m)</c>, where <c>q = (l + ½) / (L + 200)</c> is its share in the L papers of the five years before, and
/// <c>m = 10 + 90·L/(L + 1000)</c>.</para>
/// <para>Score: the log-likelihood ratio of the count k under its own mean against the expected one, with variance <c>e + φe²</c> (negative binomial):
/// <c>k·ln(k/e) − (k + 1/φ)·ln((1 + φk)/(1 + φe))</c>, in nats, and 0 where k ≤ e. The φ says that a topic's share wanders by about 30 % without any news, so that
/// what everybody writes of needs more than a good month.</para>
/// </summary>
internal static class BurstScore
{
    /// <summary>φ, the squared coefficient of variation of a settled topic's share.</summary>
    internal const double Dispersion = 0.1;

    /// <summary>M: a category's own past outweighs that of all when it is longer than this many papers.</summary>
    internal const double CategoryPapers = 300;

    /// <summary>r.</summary>
    internal static double Share(double pastWith, double pastPapers, double longWith, double longPapers)
    {
        var prior = 10 + (90 * longPapers / (longPapers + 1000));
        return (pastWith + (prior * (longWith + 0.5) / (longPapers + 200))) / (pastPapers + prior);
    }

    internal static double Of(double count, double expected)
    {
        if (count <= expected)
        {
            return 0;
        }

        const double Shape = 1 / Dispersion;
        return (count * Math.Log(count / expected)) - ((count + Shape) * Math.Log((count + Shape) / (expected + Shape)));
    }
}
