using Winnow.Papers;
using Winnow.Papers.Merging;
using Xunit;

namespace Winnow.Tests.Papers.Merging;

public sealed class PaperMergeTests
{
    private static readonly MergedRecord ArXiv = Record("arxiv", "1", new RecordFields
    {
        Title = "A Title",
        Abstract = "An abstract of the manuscript, long enough that nobody takes it for a stub.",
        Authors = [new Author("Mary Moe")],
        Year = 2019,
        Published = new DateOnly(2019, 5, 2),
        Venue = "arXiv",
        Status = "preprint",
        Categories = ["cs.CL"],
        Comment = "Accepted somewhere",
    });

    private static readonly MergedRecord Accepted = Record("paperlists", "2", new RecordFields
    {
        Title = "A Title: Camera-Ready",
        Authors = [new Author("Mary Moe")],
        Year = 2020,
        Venue = "NeurIPS",
        Status = "Oral",
        Track = "main",
    });

    private static readonly MergedRecord Rejected = Record("openreview", "3", new RecordFields { Title = "A Title", Year = 2019, Venue = "ICLR", Status = "Reject", Tldr = "In short." });

    [Fact]
    public void No_record_makes_no_paper() => Assert.Throws<ArgumentException>(() => PaperMerge.Merge([]));

    [Fact]
    public void The_venue_that_took_a_paper_beats_the_preprint_and_gives_the_year()
    {
        var paper = PaperMerge.Merge([ArXiv, Accepted]);

        Assert.Equal(("NeurIPS", 2020, "Oral", "main"), (paper.Venue, paper.Year, paper.Status, paper.Track));
        Assert.Equal(new DateOnly(2019, 5, 2), paper.Published);
        Assert.Equal(["cs.CL"], paper.Categories);
        Assert.Equal(Accepted.Reference.Id, paper.Provenance["venue"]);
        Assert.Equal(ArXiv.Reference.Id, paper.Provenance["abstract"]);
    }

    [Fact]
    public void A_refused_submission_is_the_last_to_name_the_venue()
    {
        Assert.Equal("NeurIPS", PaperMerge.Merge([Rejected, Accepted]).Venue);
        Assert.Equal("arXiv", PaperMerge.Merge([Rejected, ArXiv]).Venue);
        Assert.Equal("ICLR", PaperMerge.Merge([Rejected]).Venue);
    }

    [Fact]
    public void A_paper_withdrawn_in_one_place_and_published_in_another_is_not_withdrawn()
    {
        var withdrawn = Record("openreview", "4", Rejected.Fields with { Status = "Withdrawn", Withdrawn = true });

        Assert.True(PaperMerge.Merge([withdrawn]).Withdrawn);
        Assert.False(PaperMerge.Merge([withdrawn, Accepted]).Withdrawn);
    }

    [Fact]
    public void A_summary_of_the_sample_never_hides_an_abstract()
    {
        var sample = Record(SourceRecord.SampleSource, "a", new RecordFields { Title = "A title", Abstract = new string('x', 100), Year = 2020 });

        Assert.Equal(ArXiv.Fields.Abstract, PaperMerge.Merge([sample, ArXiv]).Abstract);
        Assert.Equal(sample.Fields.Abstract, PaperMerge.Merge([sample]).Abstract);
    }

    [Fact]
    public void A_stub_is_taken_for_an_abstract_only_when_there_is_no_other()
    {
        var stub = Record("acl", "S-1", new RecordFields { Title = "A Title", Abstract = "(No abstract)" });

        Assert.Equal(ArXiv.Fields.Abstract, PaperMerge.Merge([stub, ArXiv]).Abstract);
        Assert.Equal("(No abstract)", PaperMerge.Merge([stub]).Abstract);
    }

    [Fact]
    public void Identifiers_of_all_records_are_united_best_first_with_those_they_imply()
    {
        var acl = Record("acl", "N19", new RecordFields { Title = "A Title", Identifiers = [new Identifier(IdentifierScheme.Doi, "10.18653/v1/n19-1423")] });
        var archive = Record("arxiv", "1", ArXiv.Fields with { Identifiers = [new Identifier(IdentifierScheme.OpenAlex, "W1"), new Identifier(IdentifierScheme.ArXiv, "1810.04805")] });

        Assert.Equal(["arxiv:1810.04805", "doi:10.18653/v1/n19-1423", "acl:N19-1423", "openalex:W1"], PaperMerge.Merge([acl, archive]).Identifiers.Select(id => id.ToString()));
    }

    [Fact]
    public void Every_given_field_names_its_record()
    {
        var paper = PaperMerge.Merge([ArXiv, Accepted, Rejected]);

        Assert.Equal(
            ["abstract", "authors", "categories", "comment", "published", "status", "title", "tldr", "track", "venue", "withdrawn", "year"],
            paper.Provenance.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_order_of_the_records_does_not_matter()
    {
        MergedRecord[] records = [ArXiv, Accepted, Rejected];
        foreach (var order in new[] { new[] { 0, 2, 1 }, [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0] })
        {
            Assert.Equivalent(PaperMerge.Merge(records), PaperMerge.Merge([.. order.Select(i => records[i])]), strict: true);
        }
    }

    private static MergedRecord Record(string source, string key, RecordFields fields) => new(new RecordReference(RecordId.Of(source, key), source, key), fields);
}
