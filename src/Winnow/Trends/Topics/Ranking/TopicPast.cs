using Winnow.Trends.Topics.Counting;
using Winnow.Trends.Topics.Files;

namespace Winnow.Trends.Topics.Ranking;

/// <summary>
/// What the time before a window predicts for it: the stretches of its length before it, and the years before its year; see <see cref="BurstScore"/>. Papers are
/// told apart by their first category, so that the arrival of a source, or a week of one field, raises nothing: each category is expected to go on as it was, and
/// papers of a category that has no past here are left out, of the expected and of the observed.
/// </summary>
internal sealed class TopicPast
{
    /// <summary>A category of the window has a past if the papers before, weighted, are this share of its papers now.</summary>
    private const double FreshShare = 0.5;

    /// <summary>Standard errors by which a sketch's estimates are raised: noise that makes the past smaller makes topics of nothing, and there are thousands to choose from.</summary>
    private const double Caution = 2;

    private readonly List<Stretch> _recent = [];
    private readonly List<TopicBucket> _years = [];
    private readonly TopicBucket _bucket;
    private readonly HashSet<byte> _counted = [];
    private readonly double _share;
    private readonly double _recentPapers;

    /// <param name="snapshot">Where it was counted.</param>
    /// <param name="bucket">The window.</param>
    /// <param name="category">Counted in this category alone, or null.</param>
    internal TopicPast(TopicSnapshot snapshot, TopicBucket bucket, string? category)
    {
        _bucket = bucket;
        var before = Before(snapshot, bucket.Window);
        const int Years = 5;
        _years.AddRange(snapshot.Windows[TopicSpan.Year].Where(year => year.Start.Year < bucket.Window.Start.Year).Take(Years).Select(snapshot.Bucket));
        LongPapers = _years.Sum(year => (double)year.Papers);
        _recentPapers = before.Sum(past => past.Weight * past.Bucket.Papers);
        var squares = before.Sum(past => past.Weight * past.Weight * past.Bucket.Papers);
        Known = (squares > 0 ? _recentPapers * _recentPapers / squares : 0) + BurstScore.Prior(LongPapers);
        var factors = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, papers) in bucket.Categories.Where(c => c.Papers > 0 && (category is null || c.Name.Equals(category, StringComparison.OrdinalIgnoreCase))))
        {
            var past = before.Sum(one => one.Weight * one.Bucket.PapersIn(name));
            if (_recentPapers == 0 || past >= FreshShare * papers)
            {
                factors[name] = papers / (past + BurstScore.CategoryPapers);
                _share += factors[name] * BurstScore.CategoryPapers;
                _counted.Add(bucket.Number(name));
                Papers += papers;
            }
        }

        _recent.AddRange(before.Select(past => new Stretch(past.Bucket, past.Weight, factors)));
    }

    /// <summary>Papers of the window that have a past to be compared with.</summary>
    internal int Papers { get; }

    /// <summary>Papers of the years before.</summary>
    internal double LongPapers { get; }

    /// <summary>How many papers, counted in full, tell as much of a share as the weighted ones before and those of the years do.</summary>
    internal double Known { get; }

    /// <summary>Those of <see cref="Papers"/> that have the phrase, for certain: of thousands of phrases, an estimate's noise would choose the first.</summary>
    internal int Observed(Candidate candidate)
    {
        var (counted, told) = (0, 0);
        foreach (var (category, papers) in candidate.Categories)
        {
            told += papers;
            counted += _counted.Contains(category) ? papers : 0;
        }

        return told == 0 ? 0 : (int)Math.Round((double)candidate.Certain * counted / told);
    }

    /// <param name="hash">The phrase.</param>
    /// <param name="longWith">Papers of the years before that have it.</param>
    internal double Expected(ulong hash, double longWith)
    {
        var (with, predicted, variance) = (0.0, 0.0, 0.0);
        foreach (var stretch in _recent)
        {
            stretch.Add(hash, ref with, ref predicted, ref variance);
        }

        return (BurstScore.Share(with, _recentPapers, longWith, LongPapers) * _share) + predicted + (Caution * Math.Sqrt(variance));
    }

    /// <summary>Papers of the years before that have the phrase, by their sketches, raised by their noise.</summary>
    internal double LongWith(ulong hash)
    {
        var (sum, variance) = (0.0, 0.0);
        foreach (var year in _years)
        {
            sum += year.CountOf(hash);
            variance += year.Noise * year.Noise;
        }

        return Math.Max(0, sum) + (Caution * Math.Sqrt(variance));
    }

    /// <summary>Whether hardly any paper of the recent past has the phrase: none that a sketch could tell from noise.</summary>
    internal bool IsNew(ulong hash) => _recent.TrueForAll(past => !past.Bucket.Heap.TryGet(hash, out _) && past.Bucket.CountOf(hash) <= Caution * past.Bucket.Noise);

    private static List<(TopicBucket Bucket, double Weight)> Before(TopicSnapshot snapshot, TopicWindow window)
    {
        var (halfLife, reach) = window.Span == TopicSpan.Month ? (3.0, 18) : (6.0, 40);
        var before = new List<(TopicBucket, double)>();
        var age = 0;
        for (var past = window.Previous; ++age <= reach; past = past.Previous)
        {
            if (snapshot.Has(past))
            {
                before.Add((snapshot.Bucket(past), Math.Pow(2, -age / halfLife)));
            }
        }

        return before;
    }

    /// <summary>One stretch before the window.</summary>
    private sealed class Stretch
    {
        private readonly double[] _factors;
        private readonly double _usual;
        private readonly double _weight;

        /// <param name="bucket">What was counted.</param>
        /// <param name="weight">How much it counts.</param>
        /// <param name="factors">For each category the papers that one paper of the past predicts.</param>
        internal Stretch(TopicBucket bucket, double weight, Dictionary<string, double> factors)
        {
            (Bucket, _weight) = (bucket, weight);
            _factors = [.. bucket.Categories.Select(category => factors.GetValueOrDefault(category.Name))];
            _usual = bucket.Papers == 0 ? 0 : bucket.Categories.Zip(_factors, (category, factor) => category.Papers * factor).Sum() / bucket.Papers;
        }

        internal TopicBucket Bucket { get; }

        internal void Add(ulong hash, ref double with, ref double predicted, ref double variance)
        {
            if (!Bucket.Heap.TryGet(hash, out var candidate))
            {
                // By category only candidates are counted; what is none is taken to be spread as papers are.
                var estimate = Math.Max(0, Bucket.CountOf(hash));
                with += _weight * estimate;
                predicted += _weight * estimate * _usual;
                var error = _weight * _usual * Bucket.Noise;
                variance += error * error;
                return;
            }

            var told = 0;
            foreach (var (category, papers) in candidate.Categories)
            {
                told += papers;
                predicted += _weight * papers * _factors[category];
            }

            with += _weight * candidate.Count;
            predicted += _weight * Math.Max(0, candidate.Count - told) * _usual;
        }
    }
}
