using System.Globalization;
using Winnow.Trends.Signals;
using Winnow.Trends.Topics;

namespace Winnow.Cli.Diagnosis;

/// <summary>How far trends and topics have followed the library, and whether the counts of topics are whole.</summary>
internal static class TrendsExamination
{
    /// <summary>Fewer are computed within a moment.</summary>
    private const long NotableLag = 1000;

    public static Finding OfTrends(TrendCounts counts)
    {
        var says = string.Create(CultureInfo.InvariantCulture, $"{counts.Computed:N0} papers have a trend, {counts.Waiting:N0} wait for theirs to be computed.");
        return counts.Waiting <= NotableLag ? Finding.Fine("trends", says) : Finding.Note("trends", says, "`winnow serve` computes them in the background, and `winnow trending` does so now.");
    }

    /// <param name="health">What the files say.</param>
    /// <param name="position">The library's position.</param>
    public static Finding OfTopics(TopicsHealth health, long position)
    {
        if (health.Problem is { } problem)
        {
            return Finding.Problem("topics", problem, "They are counted again from the library, by `winnow serve` or now by `winnow topics`; nothing is lost.");
        }

        var behind = Math.Max(0, position - health.Position);
        var says = string.Create(CultureInfo.InvariantCulture, $"{health.Papers:N0} papers counted, every checksum right, {behind:N0} changes behind the library.");
        return behind <= NotableLag ? Finding.Fine("topics", says) : Finding.Note("topics", says, "`winnow serve` counts them in the background, and `winnow topics` does so now.");
    }
}
