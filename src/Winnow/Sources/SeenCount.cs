using System.Globalization;
using Winnow.Trends.Signals;

namespace Winnow.Sources;

/// <summary>A running count that stands in a raw record.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Source">Who counts.</param>
/// <param name="Count">As it is written; what is negative, or more than can be true, is left out.</param>
/// <param name="At">When it was seen; null where the record does not say: then it was seen when the record was (<see cref="ReadContext.SeenAt"/>).</param>
internal sealed record SeenCount(SignalKind Kind, string Source, double? Count, DateTimeOffset? At = null)
{
    /// <summary>Clocks differ; what is later than this was not seen but invented.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromDays(1);

    private static readonly DateTimeOffset Earliest = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The moment of <c>2025-03-01T05:12:00.000Z</c> or of a day; null for what is neither.</summary>
    internal static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;

    /// <summary>A count from a text that is one whole number and nothing else ("15 pages" is none).</summary>
    internal static double? Whole(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>The counts that can be true.</summary>
    internal static IReadOnlyList<Observation> Observations(IReadOnlyList<SeenCount> counts, DateTimeOffset seenAt)
    {
        if (counts.Count == 0)
            return [];

        var observations = new List<Observation>(counts.Count);
        foreach (var seen in counts)
        {
            var at = seen.At ?? seenAt;
            if (seen.Count is >= 0 and <= Observation.MaxCount && at >= Earliest && at <= seenAt + ClockDifference)
                observations.Add(new Observation(seen.Kind, seen.Source, at, (long)seen.Count.Value));
        }

        return observations;
    }
}
