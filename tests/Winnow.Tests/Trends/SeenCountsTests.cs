using System.Globalization;
using Winnow.Tests.Sources;
using Winnow.Trends.Signals;
using Xunit;

namespace Winnow.Tests.Trends;

/// <summary>The counts that come with records of each format.</summary>
public sealed class SeenCountsTests
{
    [Fact]
    public void A_daily_paper_begins_with_no_votes_when_it_is_submitted()
    {
        var before = TimeProvider.System.GetUtcNow();
        var record = Reading.Of("""
            [{"paper": {"id": "2608.19880", "title": "A Title", "summary": "What it says.", "authors": [{"name": "A B"}], "upvotes": 12, "githubStars": 40,
            "submittedOnDailyAt": "2026-08-21T00:30:00.000Z"}, "numComments": 2}]
            """).Only;

        var submitted = Moment("2026-08-21T00:30:00Z");
        Assert.Equal(
            [(SignalKind.Upvote, "huggingface", 0), (SignalKind.Upvote, "huggingface", 12), (SignalKind.Mention, "huggingface", 0), (SignalKind.Mention, "huggingface", 2), (SignalKind.Star, "github", 40)],
            record.Observations.Select(seen => (seen.Kind, seen.Source, (int)seen.Count)));
        Assert.Equal([submitted, submitted], record.Observations.Where(seen => seen.Count == 0).Select(seen => seen.At));
        Assert.All(record.Observations.Where(seen => seen.Count > 0), seen => Assert.True(seen.At >= before));
    }

    [Fact]
    public void A_line_of_crawled_daily_papers_says_itself_when_it_was_seen()
    {
        var record = Reading.Of("""
            {"arxiv": "2405.15738", "title": "A Title", "upvotes": 32, "comments": 3, "submitted_on_daily_at": "2024-05-27T00:10:00Z", "snapshot_at": "2024-05-27T08:00:00Z"}
            """).Only;

        Assert.Equal(("huggingface", "2405.15738"), (record.Source, record.Key));
        Assert.Equal(
            [new Observation(SignalKind.Upvote, "huggingface", Moment("2024-05-27T00:10:00Z"), 0), new Observation(SignalKind.Upvote, "huggingface", Moment("2024-05-27T08:00:00Z"), 32)],
            record.Observations.Take(2));
    }

    [Fact]
    public void Observations_of_a_line_are_read_and_odd_ones_left_out()
    {
        var record = Reading.Of("""
            {"title": "A Title", "comments": "15 pages", "observations": [{"kind": "citation", "source": "Crossref", "at": "2024-05-27", "count": 7},
            {"kind": "vote", "source": "x", "at": "2024-05-27", "count": 7}, {"kind": "star", "at": "2024-05-27", "count": 7}, {"kind": "star", "source": "x", "at": "2999-01-01", "count": 7},
            {"kind": "star", "source": "x", "at": "2024-05-27", "count": -7}, 5, [], null, {}]}
            """.ReplaceLineEndings(" ")).Only;

        Assert.Equal([new Observation(SignalKind.Citation, "crossref", Moment("2024-05-27"), 7)], record.Observations);
    }

    [Theory]
    [InlineData("""{"paperId": "204e3073870fae3d05bcbc2f6a8e263d9b72e776", "title": "A Title", "citationCount": 9}""", "semanticscholar")]
    [InlineData("""{"id": "https://openalex.org/W2741809807", "title": "A Title", "cited_by_count": 9, "authorships": []}""", "openalex")]
    [InlineData("""{"message": {"DOI": "10.1000/1", "title": ["A Title"], "is-referenced-by-count": 9}}""", "crossref")]
    [InlineData("""[{"title": "A Title", "author": "A B", "aff": "X", "gs_citation": 9}]""", "scholar")]
    public void Citations_are_kept_with_who_counted_them(string text, string source)
    {
        var seen = Assert.Single(Reading.Of(text).Only.Observations);

        Assert.Equal((SignalKind.Citation, source, 9), (seen.Kind, seen.Source, (int)seen.Count));
    }

    [Fact]
    public void Minus_one_citation_means_that_nobody_looked() =>
        Assert.Empty(Reading.Of("""[{"title": "A Title", "author": "A B", "aff": "X", "gs_citation": -1}]""").Only.Observations);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
