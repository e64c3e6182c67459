using Winnow.Sources.Venues;
using Xunit;

namespace Winnow.Tests.Sources.Venues;

public sealed class VenueNamesTests
{
    [Theory]
    [InlineData("NIPS", "NeurIPS")]
    [InlineData("NeurIPS 2019", "NeurIPS")]
    [InlineData("Advances in Neural Information Processing Systems 32", "NeurIPS")]
    [InlineData("33rd Conference on Neural Information Processing Systems (NeurIPS 2019), Vancouver, Canada.", "NeurIPS")]
    [InlineData("Proceedings of the 57th Annual Meeting of the Association for Computational Linguistics", "ACL")]
    [InlineData("Proceedings of the 48th Annual Conference of the Association for Computational Linguistics (ACL-10)", "ACL")]
    [InlineData("Proceedings of the 17th International Conference on Computational Linguistics (COLING/ACL-98)", "COLING")]
    [InlineData("Proceedings of the 2019 Conference of the North American Chapter of the Association for Computational Linguistics: Human Language Technologies", "NAACL")]
    [InlineData("Findings of the Association for Computational Linguistics: EMNLP 2021", "Findings of ACL")]
    [InlineData("EMNLP,IJCNLP", "EMNLP")]
    [InlineData("LREC,COLING", "LREC-COLING")]
    [InlineData("SEMEVAL,WS", "SemEval")]
    [InlineData("JEPTALNRECITAL", "JEP-TALN-RECITAL")]
    [InlineData("corl", "CoRL")]
    [InlineData("2017 IEEE Conference on Computer Vision and Pattern Recognition (CVPR)", "CVPR")]
    [InlineData("arXiv preprint arXiv:2104.08663", "arXiv")]
    [InlineData("CoRR", "arXiv")]
    [InlineData("Transactions of the Association for Computational Linguistics, Volume 9", "TACL")]
    public void Known_venues_have_one_short_name(string name, string expected) => Assert.Equal(expected, VenueNames.Canonical(name));

    [Theory]
    [InlineData("Proceedings of the BioNLP Workshop at ACL 2019", "Proceedings of the BioNLP Workshop at ACL 2019")]
    [InlineData(" Ecology Letters. ", "Ecology Letters")]
    [InlineData("Bell System Technical Journal", "Bell System Technical Journal")]
    [InlineData("Nature Communications", "Nature Communications")]
    [InlineData("Science of Computer Programming", "Science of Computer Programming")]
    [InlineData("Foo, Bar and Baz", "Foo, Bar and Baz")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Other_names_stay_as_they_are(string? name, string? expected) => Assert.Equal(expected, VenueNames.Canonical(name));

    [Fact]
    public void Short_names_stay_themselves() =>
        Assert.All(VenueTable.Acronyms.Values.Concat(VenueTable.Phrases.Select(phrase => phrase.Name)).Distinct(), name => Assert.Equal(name, VenueNames.Canonical(name)));
}
