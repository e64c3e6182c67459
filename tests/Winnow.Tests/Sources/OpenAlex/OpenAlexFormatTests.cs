using Xunit;

namespace Winnow.Tests.Sources.OpenAlex;

public sealed class OpenAlexFormatTests
{
    [Fact]
    public void The_abstract_is_put_together_from_its_words_positions()
    {
        var fields = Reading.Of("""
            {"meta":{"count":1,"next_cursor":"x"},"results":[{"id":"https://openalex.org/W2741809807","doi":"https://doi.org/10.1000/1","title":"A &amp; <i>B</i>",
            "abstract_inverted_index":{"the":[3,1],"Abstract":[0],"end":[4],"of":[2],"gap":[900],"bad":[-1,2000000000,"x"]},"publication_year":2020,"is_retracted":true,
            "primary_location":{"source":{"display_name":"Journal of Machine Learning Research"},"landing_page_url":"https://arxiv.org/abs/1706.03762"},
            "authorships":[{"author":{"display_name":"Ada Bee"},"institutions":[{"display_name":"Home"},{"display_name":"Away"}]}],"keywords":[{"display_name":"k"}]}]}
            """).Only.Fields;

        Assert.Equal(("A & B", "the of the end gap", "JMLR", 2020), (fields.Title, fields.Abstract, fields.Venue, fields.Year));
        Assert.Equal(("Home; Away", true, "k"), (fields.Authors[0].Affiliation, fields.Withdrawn, fields.Keywords[0]));
        Assert.Equal(["openalex:W2741809807", "doi:10.1000/1", "arxiv:1706.03762"], fields.Identifiers.Select(identifier => identifier.ToString()));
    }

    [Fact]
    public void A_work_without_an_id_is_rejected() =>
        Assert.Equal("The work has no OpenAlex id.", Assert.Single(Reading.Of("""{"title":"x","authorships":[]}""").Reasons));
}
