using Xunit;

namespace Winnow.Tests.Sources.Crossref;

public sealed class CrossrefFormatTests
{
    [Theory]
    [InlineData("""{"title":["x"]}""", "The work has no DOI.")]
    [InlineData("""{"DOI":"10.1037/e1","title":["10.1037/e1"]}""", "The work has a DOI in place of its title.")]
    [InlineData("""{"DOI":"10.1037/e1","title":[]}""", "The record has no title.")]
    public void Works_without_what_makes_a_paper_are_rejected(string work, string reason) =>
        Assert.Equal(reason, Assert.Single(Reading.Of($$$"""{"status":"ok","message":{"items":[{{{work}}}]}}""").Reasons));

    [Fact]
    public void JATS_becomes_text_and_half_dates_are_years()
    {
        var fields = Reading.Of("""
            {"DOI":"10.1000/ABC","type":"journal-article","title":["Effects of H<sub>2</sub>O &amp; ice"],"subtitle":["A study"],"container-title":["Ecology Letters"],
            "abstract":"<jats:title>Abstract</jats:title><jats:p>One &amp; two.</jats:p>","issued":{"date-parts":[[1987]]},"created":{"date-parts":[[2002,12,31]]},
            "author":[{"given":"Ada","family":"Bee","affiliation":[{"name":"Home"}]},{"name":"The Group"}],"link":[{"URL":"https://x.org/a.pdf","content-type":"application/pdf"}],
            "updated-by":[{"type":"retraction"}]}
            """).Only.Fields;

        Assert.Equal(("Effects of H2O & ice: A study", "One & two.", 1987, null), (fields.Title, fields.Abstract, fields.Year, fields.Published));
        Assert.Equal(("Ada Bee", "Home", "The Group"), (fields.Authors[0].Name, fields.Authors[0].Affiliation, fields.Authors[1].Name));
        Assert.Equal(("https://x.org/a.pdf", true), (fields.Pdf, fields.Withdrawn));
    }
}
