using CsCheck;
using Winnow.Papers;
using Winnow.Properties;
using Winnow.Trends;
using Winnow.Trends.Scoring;
using Winnow.Trends.Signals;
using Xunit;
using static Winnow.Tests.Trends.SignalTimes;

namespace Winnow.Tests.Trends;

public sealed class TrendScoreTests
{
    /// <summary>Looks at one count, at some hour each, in no order.</summary>
    private static readonly Gen<(double Hours, long Count)[]> AnyCounts =
        Gen.Select(Gen.Double[0, 200], Gen.Long[0, 500]).Array[1, 12];

    private static readonly Gen<(double Hours, double KnownDays)[]> AnyVotes = Gen.Select(Gen.Double[0, 60], Gen.Double[0, 60]).Array[0, 40];

    [Fact]
    public void A_paper_without_signals_has_no_trend() => Assert.Null(TrendScore.Of(Plain, PaperSignals.None(Plain.Id)));

    [Fact]
    public void The_order_in_which_counts_were_told_does_not_matter() =>
        AnyCounts.SelectMany(counts => Gen.Select(Gen.Const(counts), Gen.Shuffle(counts))).ForAll(
            (counts, shuffled) => TrendScore.Of(Plain, Counts(counts)) is var one && TrendScore.Of(Plain, Counts(shuffled)) is var other
                && (one is null ? other is null : one.Day == other!.Day && one.Week == other.Week && one.Month == other.Month && one.All == other.All && one.Appeared == other.Appeared));

    [Fact]
    public void Time_alone_never_changes_the_order_of_two_papers() =>
        Gen.Select(AnyCounts, AnyCounts, Gen.Double[200, 5000], Gen.Double[200, 5000]).ForAll(
            (one, other, early, late) =>
            {
                var (a, b) = (Counts([.. one, (0, 1)]), Counts([.. other, (0, 1)]));
                foreach (var window in Enum.GetValues<TrendWindow>())
                {
                    Assert.Equal(a.Evidence(window, early).CompareTo(b.Evidence(window, early)), a.Evidence(window, late).CompareTo(b.Evidence(window, late)));
                }
            },
            iter: 300);

    [Fact]
    public void A_lower_count_is_no_signal_and_hides_none() =>
        Assert.Equal(Counts((0, 0), (6, 20), (24, 30)).Evidence(), Counts((0, 0), (6, 20), (12, 3), (24, 30)).Evidence(), 1e-9 + (0.1 * Counts((0, 0), (6, 20), (24, 30)).Evidence()));

    [Fact]
    public void More_votes_never_make_a_paper_worse() =>
        Gen.Select(AnyVotes, AnyVotes).ForAll((votes, more) => Votes([.. votes, .. more]).Evidence() >= Votes(votes).Evidence() - 1e-9);

    [Fact]
    public void Ten_times_the_fake_accounts_in_a_burst_add_a_constant() =>
        Gen.Int[20, 20_000].ForAll(
            accounts => Votes(Enumerable.Repeat((1.0, 0.0), accounts * 10)).Evidence(TrendWindow.All) - Votes(Enumerable.Repeat((1.0, 0.0), accounts)).Evidence(TrendWindow.All)
                <= (TrendFormula.Weight(SignalKind.Vote) * TrendFormula.NewcomerBurst * Math.Log(10)) + 1e-6, iter: 20);

    [Fact]
    public void Twenty_known_readers_over_two_days_outweigh_a_thousand_accounts_made_for_one_hour() =>
        Gen.Double[0, 40].Array[20].ForAll(
            hours => Votes(hours.Select(hour => (hour, 60.0))).Evidence(hours: 48) > 2 * Votes(Enumerable.Range(0, 1000).Select(i => (47 + (i / 1000.0), 0.0))).Evidence(hours: 48), iter: 50);

    [Fact]
    public void A_thousand_accounts_a_day_for_a_week_do_not_outweigh_fifty_known_readers()
    {
        var fakes = Enumerable.Range(0, 7).SelectMany(day => Enumerable.Range(0, 1000).Select(i => ((day * 24) + (i / 1000.0), 0.0)));
        var readers = Enumerable.Range(0, 50).Select(i => (i * 168 / 50.0, 60.0));

        Assert.True(Votes(readers).Evidence(hours: 168) > Votes(fakes).Evidence(hours: 168));
    }

    [Fact]
    public void A_follower_storm_of_one_hour_loses_to_a_third_of_its_votes_over_three_days() =>
        Assert.All(
            Enumerable.Range(1000, 1001),
            votes =>
            {
                var steady = Counts([(0, 0), .. Enumerable.Range(1, 12).Select(i => (i * 6.0, (long)votes / 3 * i / 12))]).Evidence();
                Assert.InRange(Counts((0, 0), (70, 0), (71, votes), (72, votes)).Evidence() / steady, 0, 1);
            });

    [Fact]
    public void Votes_count_the_more_the_longer_a_reader_is_known() =>
        Gen.Select(Gen.Double[0, 100], Gen.Double[0.1, 100]).ForAll(
            (days, more) => Votes((0, days + more)).Evidence() > Votes((0, days)).Evidence());

    [Fact]
    public void An_old_count_that_is_first_seen_today_does_not_trend_today()
    {
        var classic = Plain with { Published = new DateOnly(2017, 6, 12) };
        var cited = PaperSignals.None(Plain.Id) with { Observations = [new Observation(SignalKind.Citation, "crossref", Noon, 150_000)] };

        Assert.True(cited.Evidence(TrendWindow.Day, 1, classic) < 10);
        Assert.True(cited.Evidence(TrendWindow.All, 1, classic) > 1000);
        Assert.Equal(0, cited.Evidence(TrendWindow.Day, 1));
    }

    [Fact]
    public void Evidence_halves_with_every_half_life()
    {
        var votes = Votes((0, 60));

        Assert.Equal(votes.Evidence(TrendWindow.Day, 12) / 2, votes.Evidence(TrendWindow.Day, 24), 9);
        Assert.Equal(votes.Evidence(TrendWindow.Week, 240) / 2, votes.Evidence(TrendWindow.Week, 480), 9);
        Assert.Equal(votes.Evidence(TrendWindow.All, 0), votes.Evidence(TrendWindow.All, 5000), 9);
    }

    [Fact]
    public void A_paper_that_was_looked_at_early_is_expected_to_go_on_growing() =>
        Assert.True(Counts((0, 0), (8, 10)).Evidence(TrendWindow.All) > 1.2 * Counts((0, 0), (24, 10)).Evidence(TrendWindow.All));

    [Fact]
    public void The_terms_add_up_to_the_score() =>
        Gen.Select(AnyCounts, AnyVotes, Gen.Enum<TrendWindow>(), Gen.Double[0.2, 5]).ForAll(
            (counts, votes, window, factor) =>
            {
                var signals = Counts(counts) with { Votes = Votes(votes).Votes };
                var usual = new UsualEvidence("cs.CL", 10, 5, 4, factor);
                var terms = TrendExplanation.Of(SignalSeries.Of(signals, null), usual, window, Noon.AddHours(200));
                Assert.Equal(signals.Evidence(window, 200) * factor, terms.Sum(term => term.Value), 0.02);
                Assert.All(terms, term => Assert.EndsWith(".", term.Sentence, StringComparison.Ordinal));
            });

    [Fact]
    public void The_line_shows_every_signal_of_the_window_once() =>
        AnyCounts.ForAll(
            counts =>
            {
                var series = SignalSeries.Of(Counts([(0, 0), .. counts]), null);
                var line = Sparkline.Of(series, TrendWindow.Month, Noon.AddHours(300));
                Assert.Equal(series.Sum(one => one.Spans.Sum(span => span.Amount)), line.Values.Sum(), 6);
            });

    [Theory]
    [InlineData(10, TrendWindow.Day, TrendMovement.New)]
    [InlineData(100, TrendWindow.Week, TrendMovement.New)]
    [InlineData(200, TrendWindow.Day, TrendMovement.Falling)]
    public void A_paper_of_one_burst_is_new_and_then_falls(double hours, TrendWindow window, TrendMovement movement) =>
        Assert.Equal(movement, MovementOf(Counts((0, 0), (8, 50), (200, 50)), window, hours));

    [Fact]
    public void A_paper_that_gets_more_than_before_rises() =>
        Assert.Equal(TrendMovement.Rising, MovementOf(Counts((0, 0), (24, 5), (480, 30), (500, 90)), TrendWindow.Week, 500));

    [Fact]
    public void An_old_paper_that_is_found_again_is_not_new() =>
        Assert.NotEqual(TrendMovement.New, MovementOf(Votes((0, 60)), TrendWindow.Day, 1, Plain with { Published = new DateOnly(2017, 6, 12) }));

    private static TrendMovement MovementOf(PaperSignals signals, TrendWindow window, double hours, Paper? paper = null)
    {
        var trend = TrendScore.Of(paper ?? Plain, signals)!;
        double[] evidence = [.. Enum.GetValues<TrendWindow>().Select(each => Math.Log2(At(trend, each, Noon.AddHours(hours))))];
        return Movements.Of(evidence, window, trend.Appeared, Noon.AddHours(hours));
    }
}
