using Xunit;

namespace Winnow.Tests.Sources.SemanticScholar;

public sealed class SemanticScholarFormatTests
{
    [Theory]
    [InlineData("""{"error":"Paper with id 0 not found"}""", "Semantic Scholar answered with an error: Paper with id 0 not found.")]
    [InlineData("""{"message":"Too Many Requests.","code":"429","error":"x"}""", "Semantic Scholar answered with an error: x.")]
    [InlineData("""[null,{"paperId":"c31c87c591a25c64fbaa82e8ac6a81831b6ac7ce","title":"x"}]""", "Semantic Scholar knows no paper by the id that was asked for here.")]
    public void Errors_and_unknown_ids_are_told_in_one_sentence(string body, string reason) => Assert.Equal(reason, Assert.Single(Reading.Of(body).Reasons));

    [Fact]
    public void References_and_odd_types_are_read()
    {
        var result = Reading.Of("""
            {"offset":0,"data":[{"citedPaper":{"paperId":"c31c87c591a25c64fbaa82e8ac6a81831b6ac7ce","title":"A title","externalIds":{"ArXiv":"1706.03762","DOI":"10.1000/1","ACL":"N19-1423","CorpusId":7},
            "tldr":{"model":"m","text":"Short"},"openAccessPdf":"none","year":"2017","venue":"Neural Information Processing Systems","authors":[{"authorId":"1","name":"Ada Bee"},{"name":null}]}},
            {"citedPaper":{"paperId":null,"title":"Unknown","externalIds":[],"tldr":null}}]}
            """);

        var fields = result.Records[0].Fields;
        Assert.Equal(("NeurIPS", 2017, "Short", "Ada Bee"), (fields.Venue, fields.Year, fields.Tldr, fields.Authors.Single().Name));
        Assert.Equal(
            ["semanticscholar:c31c87c591a25c64fbaa82e8ac6a81831b6ac7ce", "arxiv:1706.03762", "doi:10.1000/1", "acl:N19-1423"],
            fields.Identifiers.Select(identifier => identifier.ToString()));
        Assert.Equal("Unknown", result.Records[1].Fields.Title);
    }
}
