using CsCheck;
using Winnow.Properties;
using Winnow.Trends;
using Winnow.Trends.Scoring;
using Winnow.Trends.Signals;
using Xunit;
using static Winnow.Tests.Trends.SignalTimes;

namespace Winnow.Tests.Trends;

public sealed class EvidenceTests
{
    [Fact]
    public void Buckets_damped_together_are_worth_what_each_is_worth_by_itself() =>
        Gen.Select(Gen.Double[0, 40], Gen.Double[0.01, 1400], Gen.Double[0.1, 50_000], Gen.Double[0, 30]).ForAll((from, hours, amount, more) =>
        {
            var (begin, end) = (Noon.AddHours(from), Noon.AddHours(from + hours));
            var together = Series([new SignalSpan(begin, end, amount), new SignalSpan(end, end.AddHours(more), amount / 3)]);
            var apart = Series([.. Split(begin, end, amount), .. Split(end, end.AddHours(more), amount / 3)]);
            foreach (var window in Enum.GetValues<TrendWindow>())
            {
                Assert.Equal(Evidence.Projected(apart, window), Evidence.Projected(together, window), 1e-9);
            }

            Assert.InRange(together.Pieces.Count, 1, 6);
            Assert.Equal(apart.Pieces.Sum(piece => piece.Amount), together.Pieces.Sum(piece => piece.Amount), 1e-6 * amount);
        });

    private static SignalSeries Series(IReadOnlyList<SignalSpan> spans) => new(SignalKind.Vote, null, false, spans);

    /// <summary>The same, cut at every boundary between buckets.</summary>
    private static IEnumerable<SignalSpan> Split(DateTimeOffset from, DateTimeOffset to, double amount)
    {
        if (from == to)
        {
            yield return new SignalSpan(from, to, amount);
        }

        for (var at = from; at < to;)
        {
            var next = new DateTimeOffset(((at.UtcTicks / TrendFormula.Bucket.Ticks) + 1) * TrendFormula.Bucket.Ticks, TimeSpan.Zero);
            var end = next < to ? next : to;
            yield return new SignalSpan(at, end, amount * ((end - at) / (to - from)));
            at = end;
        }
    }
}
