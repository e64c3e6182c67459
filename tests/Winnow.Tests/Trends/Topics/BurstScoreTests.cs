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
}
