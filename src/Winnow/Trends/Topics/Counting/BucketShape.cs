namespace Winnow.Trends.Topics.Counting;

/// <summary>How much memory one stretch of the stream gets, and how long it is kept.</summary>
/// <param name="Width">Counters a row of its sketch.</param>
/// <param name="Candidates">Phrases kept by name.</param>
/// <param name="Kept">Stretches kept, counted back from the newest; older ones are dropped.</param>
internal sealed record BucketShape(int Width, int Candidates, int Kept)
{
    /// <summary>One seed for all, so that sketches add up.</summary>
    internal const ulong Seed = 0x57494E4E4F57;

    /// <summary>Months this old are folded to half their width, and again at twice and four times that age.</summary>
    private const int MonthsBeforeFolding = 24;

    /// <summary>
    /// 20,480 (day) to 327,680 (month) counters of two bytes: 0.65 MB a month. A shorter stretch has fewer phrases, and so needs fewer counters for the same error.
    /// Years have few names: they only tell how common a phrase has been in the long run, also from papers of which only the year is known.
    /// </summary>
    internal static BucketShape Of(TopicSpan span) => span switch
    {
        TopicSpan.Day => new BucketShape(1 << 12, 1024, 35),
        TopicSpan.Week => new BucketShape(1 << 14, 4096, 60),
        TopicSpan.Month => new BucketShape(1 << 16, 12_288, int.MaxValue),
        _ => new BucketShape(1 << 15, 1024, 30),
    };

    /// <summary>Counters a row of a month that lies this many months back.</summary>
    internal static int MonthWidth(int age) => Of(TopicSpan.Month).Width >> (age < MonthsBeforeFolding ? 0 : Math.Min(3, 1 + int.Log2(age / MonthsBeforeFolding)));
}
