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
        var prior = Prior(longPapers);
        return (pastWith + (prior * (longWith + 0.5) / (longPapers + 200))) / (pastPapers + prior);
    }

    /// <summary>m.</summary>
    internal static double Prior(double longPapers) => 10 + (90 * longPapers / (longPapers + 1000));

    internal static double Of(double count, double expected)
    {
        if (count <= expected)
        {
            return 0;
        }

        const double Shape = 1 / Dispersion;
        return (count * Math.Log(count / expected)) - ((count + Shape) * Math.Log((count + Shape) / (expected + Shape)));
    }

    /// <summary>
    /// The same, and no more than the past is known: it is a sample itself. Of two samples with one share, <c>k</c> of <c>n</c> papers now and <c>K = N·e/n</c> of
    /// <c>N</c> before, the log-likelihood ratio (Dunning 1993) is <c>k·ln(k/(ρn)) + K·ln(K/(ρN))</c> with <c>ρ = (k + K)/(n + N)</c>. The smaller of the two holds.
    /// </summary>
    /// <param name="count">k.</param>
    /// <param name="expected">e.</param>
    /// <param name="papers">n.</param>
    /// <param name="pastPapers">N: how many papers the expected count was learnt from.</param>
    internal static double Of(double count, double expected, double papers, double pastPapers)
    {
        if (count <= expected)
        {
            return 0;
        }

        var past = pastPapers * expected / papers;
        var share = (count + past) / (papers + pastPapers);
        var told = (count * Math.Log(count / (share * papers))) + (past <= 0 ? 0 : past * Math.Log(past / (share * pastPapers)));
        return Math.Min(Of(count, expected), told);
    }

    /// <summary>
    /// The score from which on at most a share of those that reach it is expected to be chance (as Benjamini and Hochberg 1995): of thousands of phrases some are
    /// surprising in any month. Chance brings a phrase there at most as probably as it brings it such a score, or as many papers as a topic needs.
    /// </summary>
    /// <param name="tried">All that was looked at: what was expected, and its score.</param>
    /// <param name="fewest">Papers that a topic needs.</param>
    /// <param name="share">The share.</param>
    /// <returns>Infinite when nothing is surprising enough.</returns>
    internal static double LowestOf(IReadOnlyCollection<(double Expected, double Score)> tried, int fewest, double share)
    {
        var reaching = tried.Select(one => Reaching(fewest, one.Expected)).Order().ToArray();
        var sums = new double[reaching.Length + 1];
        for (var i = 0; i < reaching.Length; i++)
        {
            sums[i + 1] = sums[i] + reaching[i];
        }

        var lowest = double.PositiveInfinity;
        var found = 0;
        foreach (var (_, score) in tried.Where(one => one.Score > 0).OrderByDescending(one => one.Score))
        {
            found++;
            var probability = Probability(score);
            var below = Array.BinarySearch(reaching, probability) is var place && place < 0 ? ~place : place;
            if (sums[below] + (probability * (reaching.Length - below)) <= share * found)
            {
                lowest = score;
            }
        }

        return lowest;
    }

    /// <summary>At most as probable is such a score by chance: twice a log-likelihood ratio is χ² of one degree (Wilks 1938), of which rising is one half.</summary>
    private static double Probability(double score) => score < 0.5 ? 0.5 : Math.Exp(-score) / (2 * Math.Sqrt(Math.PI * score));

    /// <summary>How probable so many papers or more are where so many are expected (Poisson).</summary>
    private static double Reaching(int papers, double expected)
    {
        var (term, below) = (Math.Exp(-expected), 0.0);
        for (var i = 0; i < papers; i++)
        {
            below += term;
            term *= expected / (i + 1);
        }

        return Math.Max(0, 1 - below);
    }
}
