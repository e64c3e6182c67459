using Xunit;

namespace Winnow.Tests.Sources.OpenReview;

public sealed class OpenReviewFormatTests
{
    [Theory]
    [InlineData("""{"id":"abc123","forum":"xyz789","content":{"title":"Review of Paper"}}""", "The note abc123 is a reply in the forum of xyz789, not a paper.")]
    [InlineData("""{"id":"abc123","forum":"abc123"}""", "The note has no content.")]
    [InlineData("""{"content":{"title":"x"}}""", "The note has no OpenReview id.")]
    public void What_is_no_submission_is_told(string note, string reason) =>
        Assert.Equal(reason, Assert.Single(Reading.Of($$"""{"notes":[{{note}}],"count":1}""").Reasons));

    [Theory]
    [InlineData("ICLR.cc/2024/Conference", "ICLR 2024 poster", "Poster")]
    [InlineData("ICLR.cc/2024/Conference", "ICLR 2024 oral", "Oral")]
    [InlineData("ICLR.cc/2024/Conference/Rejected_Submission", "Submitted to ICLR 2024", "Reject")]
    [InlineData("ICLR.cc/2024/Conference/Withdrawn_Submission", "ICLR 2024 Conference Withdrawn Submission", "Withdrawn")]
    [InlineData("ICLR.cc/2024/Conference/Desk_Rejected_Submission", "x", "Desk Reject")]
    [InlineData("ICLR.cc/2024/Conference/Submission", "ICLR 2024 Conference Submission", "Submitted")]
    public void The_second_APIs_wrapped_values_are_read_and_the_outcome_from_the_venue_id(string venueId, string venue, string status)
    {
        var fields = Reading.Of($$$$"""
            {"notes":[{"id":"abc123","forum":"abc123","pdate":1705329600000,"mdate":1710000000000,"content":{"title":{"value":"A title"},"authors":{"value":["Ada Bee","Cy Dee"]},
            "keywords":{"value":["a","b"]},"TLDR":{"value":"Short"},"venue":{"value":"{{{{venue}}}}"},"venueid":{"value":"{{{{venueId}}}}"},"pdf":{"value":"/pdf/1.pdf"}}}],"count":1}
            """).Only.Fields;

        Assert.Equal(("A title", "ICLR", 2024, status), (fields.Title, fields.Venue, fields.Year, fields.Status));
        Assert.Equal((2, 2, "Short", "https://openreview.net/pdf/1.pdf"), (fields.Authors.Count, fields.Keywords.Count, fields.Tldr, fields.Pdf));
        Assert.Equal(status == "Withdrawn", fields.Withdrawn);
        Assert.Equal(new DateOnly(2024, 1, 15), fields.Published);
    }

    [Fact]
    public void The_first_APIs_bare_values_take_the_venue_from_the_citation()
    {
        var record = Reading.Of("""
            {"notes":[{"id":"abc123","content":{"title":"A title","TL;DR":"Short","_bibtex":"@inproceedings{\nx,\nbooktitle={International Conference on Learning Representations},\nyear={2020}\n}"}}],"count":1}
            """).Only;

        Assert.Equal(("openreview", "abc123", "ICLR", 2020), (record.Source, record.Key, record.Fields.Venue, record.Fields.Year));
    }
}
