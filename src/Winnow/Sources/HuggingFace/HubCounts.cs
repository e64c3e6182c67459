using Winnow.Trends.Signals;

namespace Winnow.Sources.HuggingFace;

/// <summary>What people did with a paper on Hugging Face, as every format that carries its daily papers has it.</summary>
internal static class HubCounts
{
    internal const string Hub = "huggingface";
    private const string CodeHost = "github";

    /// <param name="submitted">When it was put on the list of daily papers, with no vote yet; null when not known.</param>
    /// <param name="seen">When the counts were seen; null when the record does not say.</param>
    /// <param name="upvotes">Votes.</param>
    /// <param name="stars">Stars of its repository, which may be older than the paper.</param>
    /// <param name="comments">Comments.</param>
    internal static IReadOnlyList<SeenCount> Of(DateTimeOffset? submitted, DateTimeOffset? seen, double? upvotes, double? stars, double? comments)
    {
        var counts = new List<SeenCount>();
        Add(counts, SignalKind.Upvote, Hub, upvotes, seen, submitted);
        Add(counts, SignalKind.Mention, Hub, comments, seen, submitted);
        Add(counts, SignalKind.Star, CodeHost, stars, seen, null);
        return counts;
    }

    private static void Add(List<SeenCount> counts, SignalKind kind, string source, double? count, DateTimeOffset? seen, DateTimeOffset? begin)
    {
        if (count is null)
            return;

        if (begin is not null)
            counts.Add(new SeenCount(kind, source, 0, begin));

        counts.Add(new SeenCount(kind, source, count, seen));
    }
}
