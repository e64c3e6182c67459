using System.Globalization;
using Winnow.Papers;
using Winnow.Trends.Topics.Files;

namespace Winnow.Trends.Topics.Ranking;

/// <summary>A riser as people read it: its name, its curve, and why it is here.</summary>
internal sealed class TopicTelling(TopicSnapshot snapshot, TopicRanking ranking, TopicWindow window, int longestCurve)
{
    internal RisingTopic Tell(Riser riser)
    {
        var (named, spelt) = Names(riser);
        var isNew = ranking.Past.IsNew(riser.Candidate.Hash);
        return new RisingTopic
        {
            Name = named.Candidate.Surface.Length > 0 ? named.Candidate.Surface : named.Key,
            Key = named.Key,
            Expansion = spelt,
            Named = named.Candidate.Named * 2 > named.Candidate.Seen,
            Papers = riser.Count,
            Of = ranking.Papers,
            Expected = riser.Expected,
            Score = riser.Score,
            New = isNew,
            Curve = Curve(riser.Candidate.Hash),
            Variants = [.. riser.Variants.Append(riser).Where(variant => variant != named).Select(variant => variant.Candidate.Surface).Where(s => s.Length > 0).Distinct().Take(8)],
            Examples = [.. riser.Variants.Prepend(riser).SelectMany(one => one.Candidate.Papers.AsEnumerable().Reverse()).Distinct().Take(8).Select(id => new PaperId(id))],
            Query = $"\"{named.Key}\"",
            Why = Why(riser, isNew),
        };
    }

    /// <summary>The acronym where one is in use, with the words that it stands for.</summary>
    private (Riser Named, string? Spelt) Names(Riser riser)
    {
        if (ranking.ExpansionOf(riser.Key) is { } expansion)
        {
            return (riser, Surface(riser, expansion) ?? expansion);
        }

        return riser.Variants.Find(variant => ranking.ExpansionOf(variant.Key) == riser.Key) is { } acronym && acronym.Count >= riser.Count / 2
            ? (acronym, riser.Candidate.Surface)
            : (riser, null);
    }

    private static string? Surface(Riser riser, string key) => riser.Variants.Find(variant => variant.Key == key)?.Candidate.Surface;

    private List<TopicPoint> Curve(ulong hash) =>
    [
        .. snapshot.Windows[window.Span].Where(before => before <= window).Take(longestCurve).Reverse().Select(before =>
        {
            var bucket = snapshot.Bucket(before);
            return new TopicPoint(before, Math.Clamp(bucket.CountOf(hash), 0, bucket.Papers), bucket.Papers);
        }),
    ];

    private string Why(Riser riser, bool isNew)
    {
        var share = ranking.Papers == 0 ? 0 : (double)riser.Count / ranking.Papers;
        var past = isNew ? "hardly any before had it" : $"its past predicted {Rounded(riser.Expected)}";
        return string.Create(CultureInfo.InvariantCulture, $"{riser.Count:N0} of {ranking.Papers:N0} papers of {window} have it ({share:0.0 %}); {past}.");
    }

    private static string Rounded(double count) => count < 10 ? count.ToString("0.0", CultureInfo.InvariantCulture) : count.ToString("N0", CultureInfo.InvariantCulture);
}
