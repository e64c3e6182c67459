using CsCheck;
using Winnow.Properties;
using Winnow.Trends.Topics.Ranking;
using Xunit;

namespace Winnow.Tests.Trends.Topics;

public sealed class BurstScoreTests
{
    private static readonly Gen<double> Expectations = Gen.Double[0.01, 500];

    [Fact]
    public void What_the_past_predicted_scores_nothing() => Gen.Select(Gen.Int[0, 500], Expectations).ForAll((count, expected) =>
        Assert.Equal(count <= expected, BurstScore.Of(count, expected) <= 0));

    [Fact]
    public void More_papers_score_more_and_a_larger_past_less() => Gen.Select(Gen.Int[1, 400], Expectations).ForAll((count, expected) =>
    {
        Assert.True(BurstScore.Of(count + 1, expected) >= BurstScore.Of(count, expected));
        Assert.True(BurstScore.Of(count, expected * 1.1) <= BurstScore.Of(count, expected) + 1e-9);
    });

    [Fact]
    public void A_newcomer_beats_a_good_month_of_what_everybody_writes_of() =>
        Assert.True(BurstScore.Of(12, 0.3) > BurstScore.Of(520, 400));

    [Fact]
    public void Without_any_past_a_phrase_is_expected_to_be_rare_and_not_impossible() =>
        Assert.InRange(400 * BurstScore.Share(0, 0, 0, 0), 0.5, 1.5);

    [Fact]
    public void A_long_past_speaks_for_a_phrase_that_the_recent_one_lacks() =>
        Assert.True(BurstScore.Share(0, 1000, 500, 50_000) > 2 * BurstScore.Share(0, 1000, 0, 50_000));

    [Fact]
    public void A_past_of_few_papers_makes_nothing_certain()
    {
        Assert.True(BurstScore.Of(7, 0.07) > 20);
        Assert.True(BurstScore.Of(7, 0.07, papers: 370, pastPapers: 100) < 3);
        Gen.Select(Gen.Int[1, 300], Expectations, Gen.Double[1, 1e6]).ForAll((count, expected, past) =>
        {
            var score = BurstScore.Of(count, expected, 1000, past);
            Assert.InRange(score, 0, BurstScore.Of(count, expected));
            Assert.True(BurstScore.Of(count, expected, 1000, past * 2) >= score - 1e-9);
        });
    }

    [Fact]
    public void Of_thousands_that_chance_alone_moves_none_is_a_topic_and_what_truly_rises_is_found_among_them()
    {
        var random = new Random(5);
        var still = Enumerable.Range(0, 4000).Select(i => 0.1 + (i % 50 * 0.1)).Select(expected => (expected, BurstScore.Of(Poisson(expected, random), expected))).ToList();
        Assert.Equal(double.PositiveInfinity, BurstScore.LowestOf(still, 5, 0.25));

        var risen = Enumerable.Repeat((0.5, BurstScore.Of(9, 0.5)), 20).ToList();
        var lowest = BurstScore.LowestOf([.. still, .. risen], 5, 0.25);
        Assert.True(lowest <= BurstScore.Of(9, 0.5));
        Assert.InRange(still.Count(one => one.Item2 >= lowest), 0, 7);
    }

    [Fact]
    public void A_handful_of_phrases_has_no_room_for_chance() => Assert.Equal(3, BurstScore.LowestOf([(0.2, 3.0), (0.2, 8.0), (0.2, 0)], 5, 0.25));

    private static int Poisson(double mean, Random random)
    {
        var (count, product, limit) = (-1, 1.0, Math.Exp(-mean));
        while (product > limit)
        {
            (count, product) = (count + 1, product * random.NextDouble());
        }

        return count;
    }
}
