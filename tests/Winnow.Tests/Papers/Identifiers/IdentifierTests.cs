using CsCheck;
using Winnow.Papers;
using Winnow.Properties;
using Xunit;

namespace Winnow.Tests.Papers.Identifiers;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("2301")]
    [InlineData("2023")]
    [InlineData("3.14159")]
    [InlineData("1234.5678")]
    [InlineData("2020.12345")]
    [InlineData("1706.0376")]
    [InlineData("1706.037621")]
    [InlineData("0701.1234")]
    [InlineData("1706.03762v0")]
    [InlineData("1706.03762 attention")]
    [InlineData("attention 1706.03762")]
    [InlineData("gpt-4")]
    [InlineData("C++")]
    [InlineData("and/or")]
    [InlineData("tcp/0601001")]
    [InlineData("math/0600123")]
    [InlineData("title:transformers")]
    [InlineData("author:hinton")]
    [InlineData("doi:")]
    [InlineData("10.1145")]
    [InlineData("10.5/half")]
    [InlineData("10.1145/3442188 on the dangers")]
    [InlineData("N19-1")]
    [InlineData("Z19-1423")]
    [InlineData("2020.acl-main")]
    [InlineData("rJ4km2R5t7")]
    [InlineData("W2741809807")]
    [InlineData("https://example.org/abs/1706.03762")]
    [InlineData("https://notarxiv.org/abs/1706.03762")]
    [InlineData("https://arxiv.org/list/cs.CL/recent")]
    [InlineData("https://huggingface.co/bert-base-uncased")]
    [InlineData("https://openreview.net/group?id=ICLR.cc/2024")]
    [InlineData("https://aclanthology.org/venues/acl/")]
    [InlineData("https://dblp.org/pid/h/GeoffreyEHinton.html")]
    [InlineData("https://")]
    [InlineData("://")]
    public void Words_years_numbers_and_other_addresses_are_not_identifiers(string? text) =>
        Assert.False(Identifier.TryParse(text, out _));

    [Theory]
    [InlineData("1706.03762", "arxiv:1706.03762")]
    [InlineData("  1706.03762v5. ", "arxiv:1706.03762")]
    [InlineData("(1706.03762)", "arxiv:1706.03762")]
    [InlineData("0704.0001", "arxiv:0704.0001")]
    [InlineData("1412.6980V9", "arxiv:1412.6980")]
    [InlineData("astro-ph/0601001", "arxiv:astro-ph/0601001")]
    [InlineData("cs/0601001v2", "arxiv:cs/0601001")]
    [InlineData("math.GT/0309136", "arxiv:math/0309136")]
    [InlineData("cmp-lg/9408011", "arxiv:cmp-lg/9408011")]
    [InlineData("arXiv:1706.03762", "arxiv:1706.03762")]
    [InlineData("ARXIV: 1706.03762v7 [cs.CL] 2 Aug 2023", "arxiv:1706.03762")]
    [InlineData("arXiv:math.GT/0309136v1", "arxiv:math/0309136")]
    [InlineData("oai:arXiv.org:1706.03762", "arxiv:1706.03762")]
    [InlineData("https://arxiv.org/abs/1706.03762v5", "arxiv:1706.03762")]
    [InlineData("http://arxiv.org/pdf/1706.03762v5.pdf", "arxiv:1706.03762")]
    [InlineData("arxiv.org/pdf/1706.03762", "arxiv:1706.03762")]
    [InlineData("HTTPS://ARXIV.ORG/abs/1706.03762?context=cs#comments", "arxiv:1706.03762")]
    [InlineData("https://arxiv.org/html/2405.14867v1/", "arxiv:2405.14867")]
    [InlineData("https://export.arxiv.org/abs/hep-th/9711200v3", "arxiv:hep-th/9711200")]
    [InlineData("https://www.alphaxiv.org/abs/1706.03762v7", "arxiv:1706.03762")]
    [InlineData("https://huggingface.co/papers/2405.14867", "arxiv:2405.14867")]
    [InlineData("https://ar5iv.labs.arxiv.org/html/1706.03762", "arxiv:1706.03762")]
    [InlineData("https://ar5iv.org/abs/1706.03762", "arxiv:1706.03762")]
    [InlineData("<https://arxiv.org/abs/1706.03762>.", "arxiv:1706.03762")]
    [InlineData("10.48550/arXiv.1706.03762", "arxiv:1706.03762")]
    [InlineData("https://doi.org/10.48550/ARXIV.1706.03762V2", "arxiv:1706.03762")]
    public void ArXiv_ids_are_read_in_every_way_they_are_written(string text, string expected) => Reads(text, expected);

    [Theory]
    [InlineData("10.1145/3442188.3445922", "doi:10.1145/3442188.3445922")]
    [InlineData("DOI:10.1162/NECO.1997.9.8.1735", "doi:10.1162/neco.1997.9.8.1735")]
    [InlineData("doi: 10.1038/nature14539,", "doi:10.1038/nature14539")]
    [InlineData("https://doi.org/10.1038/nature14539", "doi:10.1038/nature14539")]
    [InlineData("http://dx.doi.org/10.1038/nature14539?from=feed", "doi:10.1038/nature14539")]
    [InlineData("doi:https://doi.org/10.1038/nature14539", "doi:10.1038/nature14539")]
    [InlineData("(10.1016/S0140-6736(20)30183-5)", "doi:10.1016/s0140-6736(20)30183-5")]
    [InlineData("https://doi.org/10.1016%2FS0140-6736%2820%2930183-5", "doi:10.1016/s0140-6736(20)30183-5")]
    [InlineData("10.1002/(SICI)1097-4571(199009)41:6<391::AID-ASI1>3.0.CO;2-9", "doi:10.1002/(sici)1097-4571(199009)41:6<391::aid-asi1>3.0.co;2-9")]
    [InlineData("10.18653/v1/N19-1423", "doi:10.18653/v1/n19-1423")]
    [InlineData("https://dl.acm.org/doi/10.1145/3442188.3445922", "doi:10.1145/3442188.3445922")]
    [InlineData("https://dl.acm.org/doi/abs/10.1145/3442188.3445922?download=true", "doi:10.1145/3442188.3445922")]
    public void Digital_object_identifiers_are_read_in_lower_case(string text, string expected) => Reads(text, expected);

    [Theory]
    [InlineData("N19-1423", "acl:N19-1423")]
    [InlineData("n19-1423", "acl:N19-1423")]
    [InlineData("2020.acl-main.1", "acl:2020.acl-main.1")]
    [InlineData("acl:2021.findings-emnlp.12", "acl:2021.findings-emnlp.12")]
    [InlineData("https://aclanthology.org/N19-1423/", "acl:N19-1423")]
    [InlineData("https://aclanthology.org/2020.acl-main.1.pdf", "acl:2020.acl-main.1")]
    [InlineData("https://aclanthology.org/N19-1423v2.pdf", "acl:N19-1423")]
    [InlineData("https://www.aclweb.org/anthology/N19-1423.bib", "acl:N19-1423")]
    [InlineData("http://aclweb.org/anthology/papers/N/N19/N19-1423/", "acl:N19-1423")]
    [InlineData("openreview:rJ4km2R5t7", "openreview:rJ4km2R5t7")]
    [InlineData("https://openreview.net/forum?id=-Aw0rrrPUF", "openreview:-Aw0rrrPUF")]
    [InlineData("openreview.net/pdf?id=B1ckMDqlg", "openreview:B1ckMDqlg")]
    [InlineData("https://openreview.net/forum?noteId=abcdefghi&id=B1ckMDqlg", "openreview:B1ckMDqlg")]
    [InlineData("https://www.semanticscholar.org/paper/Attention-is-All/204E3073870FAE3D05BCBC2F6A8E263D9B72E776", "semanticscholar:204e3073870fae3d05bcbc2f6a8e263d9b72e776")]
    [InlineData("https://api.semanticscholar.org/CorpusID:13756489", "semanticscholar:CorpusID:13756489")]
    [InlineData("https://openalex.org/W2741809807", "openalex:W2741809807")]
    [InlineData("https://openalex.org/works/w2741809807", "openalex:W2741809807")]
    [InlineData("https://pubmed.ncbi.nlm.nih.gov/26017442/", "pubmed:26017442")]
    [InlineData("https://www.ncbi.nlm.nih.gov/pubmed/26017442", "pubmed:26017442")]
    [InlineData("PMID: 26017442", "pubmed:26017442")]
    [InlineData("https://dblp.org/rec/conf/nips/VaswaniSPUJGKP17.html", "dblp:conf/nips/VaswaniSPUJGKP17")]
    [InlineData("https://dblp.uni-trier.de/rec/bibtex/conf/nips/VaswaniSPUJGKP17", "dblp:conf/nips/VaswaniSPUJGKP17")]
    public void Other_identifiers_are_read_from_their_sites(string text, string expected) => Reads(text, expected);

    [Theory]
    [InlineData("10.18653/v1/N19-1423", "acl:N19-1423")]
    [InlineData("10.18653/v1/2020.acl-main.1", "acl:2020.acl-main.1")]
    [InlineData("10.3115/v1/P14-1062", "acl:P14-1062")]
    [InlineData("10.3115/1073083.1073135", null)]
    [InlineData("1706.03762", null)]
    public void A_DOI_that_the_ACL_formed_from_its_own_id_leads_to_that_id(string text, string? expected)
    {
        Assert.True(Identifier.TryParse(text, out var identifier));
        Assert.Equal(expected, identifier.AclEquivalent?.ToString());
    }

    [Theory]
    [InlineData(IdentifierScheme.OpenReview, "rJ4km2R5t7", "openreview:rJ4km2R5t7")]
    [InlineData(IdentifierScheme.OpenAlex, "https://openalex.org/W2741809807", "openalex:W2741809807")]
    [InlineData(IdentifierScheme.Doi, "https://doi.org/10.48550/arXiv.1706.03762", "arxiv:1706.03762")]
    [InlineData(IdentifierScheme.PubMed, "26017442", "pubmed:26017442")]
    public void A_labelled_value_needs_no_prefix(IdentifierScheme scheme, string text, string expected)
    {
        Assert.True(Identifier.TryParse(scheme, text, out var identifier));
        Assert.Equal(expected, identifier.ToString());
    }

    [Theory]
    [InlineData(IdentifierScheme.OpenReview, "10.1145/3442188")]
    [InlineData(IdentifierScheme.ArXiv, "N19-1423")]
    [InlineData(IdentifierScheme.ArXiv, "nonsense")]
    public void A_labelled_value_of_another_scheme_is_refused(IdentifierScheme scheme, string text) =>
        Assert.False(Identifier.TryParse(scheme, text, out _));

    [Fact]
    public void Anything_may_be_asked_and_what_is_read_is_read_back_from_its_own_text_and_address()
    {
        var pieces = Gen.OneOf(
            "10.1145/", "10.48550/arXiv.", "1706.03762", "v2", "math.GT/0309136", "arXiv:", "doi:", "https://", "arxiv.org/abs/", "doi.org/", "aclanthology.org/",
            "N19-1423", "2020.acl-main.1", ".pdf", "openreview.net/forum?id=", "openreview:", "dblp.org/rec/conf/a/", "%20", "%28", "%FF", "(", ")", ".", "?", "#", "/", "-_");
        var text = Gen.OneOf(pieces, Gen.String[0, 6]).List[1, 6].Select(string.Concat);
        text.ForAll(t =>
        {
            if (!Identifier.TryParse(t, out var identifier))
                return;

            Assert.True(Identifier.TryParse(identifier.ToString(), out var again), identifier.ToString());
            Assert.Equal(identifier, again);
        },
        iter: 20_000);
    }

    [Theory]
    [InlineData("1706.03762")]
    [InlineData("10.1016/S0140-6736(20)30183-5")]
    [InlineData("N19-1423")]
    [InlineData("openreview:-Aw0rrrPUF")]
    [InlineData("openalex:W2741809807")]
    [InlineData("pubmed:26017442")]
    [InlineData("dblp:conf/nips/VaswaniSPUJGKP17")]
    [InlineData("semanticscholar:CorpusID:13756489")]
    public void The_address_of_an_identifier_leads_back_to_it(string text)
    {
        Assert.True(Identifier.TryParse(text, out var identifier));
        Assert.True(Identifier.TryParse(identifier.Url, out var again));
        Assert.Equal(identifier, again);
    }

    private static void Reads(string text, string expected)
    {
        Assert.True(Identifier.TryParse(text, out var identifier));
        Assert.Equal(expected, identifier.ToString());
    }
}
