using Winnow.Trends.Topics.Counting;
using Winnow.Trends.Topics.Files;

namespace Winnow.Trends.Topics.Ranking;

/// <summary>Chooses the topics of one window: scores its candidates, and says each thing once.</summary>
internal sealed class TopicRanking
{
    /// <summary>A phrase of fewer papers is a group's, not the field's.</summary>
    private const int FewestPapers = 5;

    /// <summary>A phrase has clean ends if this share of its papers has it between words that belong to no phrase: "relative policy" never has.</summary>
    private const double CleanShare = 0.3;

    /// <summary>A phrase that this share of the papers of the years before had is part of the language; it is no topic unless it grew by <see cref="CommonLift"/>.</summary>
    private const double CommonShare = 0.01;

    private const double CommonLift = 3;

    /// <summary>Less is noise: a likelihood ratio of about 20.</summary>
    private const double LowestScore = 3;

    /// <summary>Of what is listed, no more than this share may be expected to be chance.</summary>
    private const double Chance = 0.25;

    /// <summary>A single ordinary word is a topic only if it rises this much: most that rise a little are fashions of speech.</summary>
    private const double LowestScoreOfWord = 8;

    /// <summary>A phrase that this share of another's papers write longer is written longer.</summary>
    private const double LongerShare = 0.75;

    /// <summary>Risers looked at for each topic wanted; most say what a better one says.</summary>
    private const int PoolFactor = 12;

    private readonly TopicSnapshot _snapshot;
    private readonly TopicBucket _bucket;
    private readonly TopicPast _past;
    private readonly Dictionary<string, string> _acronymOf;

    internal TopicRanking(TopicSnapshot snapshot, TopicWindow window, string? category)
    {
        (_snapshot, _bucket) = (snapshot, snapshot.Bucket(window));
        _past = new TopicPast(snapshot, _bucket, category);
        _acronymOf = snapshot.Acronyms.All.GroupBy(entry => entry.Expansion)
            .ToDictionary(group => group.Key, group => group.MaxBy(entry => entry.Papers).Acronym, StringComparer.Ordinal);
    }

    internal int Papers => _past.Papers;

    internal TopicPast Past => _past;

    internal IReadOnlyList<Riser> Best(int limit)
    {
        var pool = Scored().OrderByDescending(riser => riser.Score).ThenBy(riser => riser.Key, StringComparer.Ordinal).Take(Math.Max(200, limit * PoolFactor)).ToList();
        var chosen = new List<Riser>();
        foreach (var riser in pool)
        {
            var longer = Longest(riser, pool);
            if (chosen.Find(topic => Says(topic, longer) || Says(topic, riser)) is { } same)
            {
                Join(same, longer == riser ? [riser] : [riser, longer]);
            }
            else if (chosen.Count < limit)
            {
                chosen.Add(longer);
                if (longer != riser)
                {
                    Join(longer, [riser]);
                }
            }
        }

        return chosen;
    }

    /// <summary>One phrase in this window, whatever its score.</summary>
    internal Riser Find(string key)
    {
        var hash = KeyHash.OfPhrase(key);
        var candidate = _bucket.Heap.TryGet(hash, out var known) ? known : new Candidate { Hash = hash, Key = key, Count = Math.Max(0, _bucket.CountOf(hash)) };
        var count = candidate.Categories.Count > 0 ? _past.Observed(candidate) : candidate.Count;
        return Riser(candidate, count, _past.LongWith(hash));
    }

    /// <summary>What a key abbreviates, or what it is abbreviated to.</summary>
    internal string? ExpansionOf(string key) => _snapshot.Acronyms.ExpansionOf(key);

    internal string? AcronymOf(string key) => _acronymOf.GetValueOrDefault(key) is { } acronym && ExpansionOf(acronym) == key ? acronym : null;

    private List<Riser> Scored()
    {
        var tried = new List<(Riser Riser, double LongWith)>();
        foreach (var candidate in _bucket.Heap.All.Where(one => one.Begun >= CleanShare * one.Seen && one.Ended >= CleanShare * one.Seen))
        {
            var longWith = _past.LongWith(candidate.Hash);
            tried.Add((Riser(candidate, _past.Observed(candidate), longWith), longWith));
        }

        var lowest = Math.Max(LowestScore, BurstScore.LowestOf([.. tried.Select(one => (one.Riser.Expected, one.Riser.Count >= FewestPapers ? one.Riser.Score : 0))], FewestPapers, Chance));
        return
        [
            .. tried.Where(one => one.Riser.Count >= FewestPapers && one.Riser.Score >= (IsWord(one.Riser.Candidate) ? Math.Max(lowest, LowestScoreOfWord) : lowest)
                    && !IsCommon(one.Riser.Count, one.LongWith))
                .Select(one => one.Riser),
        ];
    }

    private static bool IsWord(Candidate candidate) => !candidate.Key.Contains(' ', StringComparison.Ordinal) && candidate.Named * 2 < candidate.Seen;

    private Riser Riser(Candidate candidate, int count, double longWith)
    {
        var expected = _past.Expected(candidate.Hash, longWith);
        return new Riser(candidate, count, expected, Papers == 0 ? 0 : BurstScore.Of(count, expected, Papers, _past.Known));
    }

    private bool IsCommon(int count, double longWith)
    {
        var share = _past.LongPapers == 0 ? 0 : longWith / _past.LongPapers;
        return share >= CommonShare && count < CommonLift * share * Papers;
    }

    /// <summary>The longest phrase that nearly all of a phrase's papers write instead: not "policy optimization" but "group relative policy optimization".</summary>
    private static Riser Longest(Riser riser, List<Riser> pool)
    {
        var longest = riser;
        foreach (var other in pool)
        {
            if (riser.IsWithin(other) && other.Count >= LongerShare * riser.Count && other.Key.Length > longest.Key.Length)
            {
                longest = other;
            }
        }

        return longest;
    }

    /// <summary>Whether a chosen topic says what another phrase would.</summary>
    private bool Says(Riser topic, Riser other)
    {
        if (topic == other || topic.Variants.Contains(other) || Joined(topic.Key) == Joined(other.Key) || ExpansionOf(other.Key) == topic.Key
            || (ExpansionOf(topic.Key) is { } expansion && $" {expansion} ".Contains($" {other.Key} ", StringComparison.Ordinal)))
        {
            return true;
        }

        foreach (var name in topic.Variants.Append(topic))
        {
            // A part of a longer topic: is what is left of it, without the longer one's papers, a surprise still?
            if (other.IsWithin(name) && BurstScore.Of(other.Count - name.Count, other.Expected) < LowestScore)
            {
                return true;
            }

            // A longer form: does it rise more than the topic itself does?
            if (name.IsWithin(other) && BurstScore.Of(other.Count, other.Expected * name.Count / name.Expected) < LowestScore)
            {
                return true;
            }
        }

        return false;
    }

    private static void Join(Riser topic, IEnumerable<Riser> others)
    {
        foreach (var other in others.Where(other => other != topic && !topic.Variants.Contains(other)))
        {
            topic.Variants.Add(other);
        }
    }

    private static string Joined(string key) => key.Replace(" ", "", StringComparison.Ordinal);
}
