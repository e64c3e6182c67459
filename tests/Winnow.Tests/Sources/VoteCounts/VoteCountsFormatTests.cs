using Winnow.Sources;
using Winnow.Trends.Signals;
using Xunit;

namespace Winnow.Tests.Sources.VoteCounts;

public sealed class VoteCountsFormatTests
{
    [Fact]
    public void A_line_is_a_count_of_a_paper_at_a_moment()
    {
        var read = Reading.Of("""
            {"arxiv":"2405.15757","at":"2024-06-01T17:07:21Z","upvotes":6,"seen_in":"daily-json"}
            {"arxiv":"2405.16287v2","at":"2024-06-01T19:07:21+02:00","upvotes":"5"}
            """);

        Assert.Equal("votes", read.Format?.Name);
        var seen = read.Items.Cast<ReadObservation>().Select(item => item.Seen).ToList();
        Assert.Equal(["arxiv:2405.15757", "arxiv:2405.16287"], seen.Select(one => one.Identifier.ToString()));
        var moment = new DateTimeOffset(2024, 6, 1, 17, 7, 21, TimeSpan.Zero);
        Assert.Equal(
            [new Observation(SignalKind.Upvote, "huggingface", moment, 6), new Observation(SignalKind.Upvote, "huggingface", moment, 5)],
            seen.Select(one => one.Observation with { At = one.Observation.At.ToUniversalTime() }));
    }

    [Theory]
    [InlineData("""{"arxiv":"no id","at":"2024-06-01T17:07:21Z","upvotes":6}""", "no arXiv id")]
    [InlineData("""{"arxiv":"2405.15757","at":"soon","upvotes":6}""", "when it was seen")]
    [InlineData("""{"arxiv":"2405.15757","at":"2024-06-01T17:07:21Z","upvotes":-1}""", "no number of votes")]
    [InlineData("""{"arxiv":"2405.15757","at":"2024-06-01T17:07:21Z","upvotes":1e300}""", "no number of votes")]
    [InlineData("""{"arxiv":"2405.15757","at":"9999-06-01T17:07:21Z","upvotes":6}""", "future")]
    public void A_bad_line_is_refused_with_its_reason_and_the_rest_goes_on(string line, string words)
    {
        const string Good = """{"arxiv":"2405.15757","at":"2024-06-01T17:07:21Z","upvotes":6}""";

        var read = Reading.Of($"{Good}\n{line}\n{Good}\n");

        Assert.Contains(words, Assert.Single(read.Reasons), StringComparison.Ordinal);
        Assert.Equal(2, read.Items.OfType<ReadObservation>().Count());
    }
}
