using Xunit;
using static Winnow.Tests.Papers.Merging.MergingRecords;

namespace Winnow.Tests.Papers.Merging;

public sealed class PaperComponentsTests
{
    private const string LongTitle = "Deep Residual Learning for Image Recognition";

    [Fact]
    public void Two_papers_with_one_short_title_stay_two() =>
        Assert.Equal(["0", "1"], Grouped(Fields("Attention", "Mary Moe", 2019), Fields("Attention", "John Doe", 2019)));

    [Fact]
    public void Two_papers_with_one_long_title_and_different_authors_stay_two() =>
        Assert.Equal(["0", "1"], Grouped(Fields(LongTitle, "Mary Moe", 2019), Fields(LongTitle, "John Doe", 2019)));

    [Fact]
    public void A_preprint_and_its_camera_ready_version_a_year_later_are_one() =>
        Assert.Equal(["0+1"], Grouped(Fields(LongTitle, "Kaiming He; Jian Sun", 2015), Fields("Deep residual learning for image recognition.", "K. He", 2016)));

    [Fact]
    public void The_same_title_by_the_same_author_three_years_later_is_another_paper() =>
        Assert.Equal(["0", "1"], Grouped(Fields("Findings of the Shared Task on Translation", "Mary Moe", 2016), Fields("Findings of the Shared Task on Translation", "Mary Moe", 2019)));

    [Fact]
    public void Years_that_follow_each_other_two_by_two_are_one() =>
        Assert.Equal(["0+1+2"], Grouped(Fields(LongTitle, "Mary Moe", 2014), Fields(LongTitle, "Mary Moe", 2018), Fields(LongTitle, "Mary Moe", 2016)));

    [Fact]
    public void A_missing_year_agrees_with_every_year() =>
        Assert.Equal(["0+1+2"], Grouped(Fields(LongTitle, "Mary Moe", 2014), Fields(LongTitle, "Mary Moe"), Fields(LongTitle, "Mary Moe", 2024)));

    [Theory]
    [InlineData("1706.03762v1", "https://arxiv.org/abs/1706.03762v7")]
    [InlineData("arXiv:1706.03762", "10.48550/arXiv.1706.03762")]
    [InlineData("https://aclanthology.org/N19-1423/", "10.18653/v1/n19-1423")]
    [InlineData("10.1145/3292500.3330701", "https://doi.org/10.1145/3292500.3330701")]
    [InlineData("https://openreview.net/forum?id=rJ4km2R5t7", "https://openreview.net/pdf?id=rJ4km2R5t7")]
    public void One_identifier_in_two_spellings_makes_one_paper(string one, string other) =>
        Assert.Equal(["0+1"], Grouped(Fields("A", "X", 2001, one), Fields("B", "Y", 2020, other)));

    [Fact]
    public void OpenReview_ids_that_differ_in_case_are_two() =>
        Assert.Equal(["0", "1"], Grouped(Fields("A", "X", 2020, "openreview:rJ4km2R5t7"), Fields("B", "Y", 2020, "openreview:rj4km2r5t7")));

    [Fact]
    public void A_DOI_that_contradicts_the_records_own_ACL_id_merges_nothing() =>
        Assert.Equal(
            ["0", "1"],
            Grouped(Fields("Filtering", "Chi-kiu Lo", 2018, "W18-6481", "10.18653/v1/w18-6481"), Fields("Submission", "Jun Lu", 2018, "W18-6482", "10.18653/v1/w18-6481")));

    [Fact]
    public void An_identifier_that_only_finds_papers_merges_none() =>
        Assert.Equal(["0", "1"], Grouped(Fields("A", "X", 2020, "openalex:W2741809807"), Fields("B", "Y", 2020, "openalex:W2741809807")));

    [Fact]
    public void Records_are_chained_through_what_each_knows() =>
        Assert.Equal(
            ["0+1+2+3"],
            Grouped(
                Fields("Old title", "X", 2018, "1810.04805"),
                Fields(LongTitle, "Jacob Devlin", 2019, "N19-1423"),
                Fields("New title", "Y", 2018, "1810.04805", "10.18653/v1/N19-1423"),
                Fields(LongTitle, "Devlin, Jacob", 2019)));

    [Theory]
    [InlineData("Jean-Pierre van der Berg", "van der Berg, Jean-Pierre")]
    [InlineData("Yann LeCun", "Y. LeCun")]
    [InlineData("Zhang San", "San Zhang")]
    [InlineData("Łukasz Kaiser", "Lukasz Kaiser")]
    [InlineData("José García Márquez", "J. G. Marquez")]
    [InlineData("Wei Wang 0001", "Wei Wang")]
    [InlineData("Martin Luther King, Jr.", "King, Martin Luther")]
    public void An_author_is_known_in_each_spelling(string one, string other) =>
        Assert.Equal(["0+1"], Grouped(Fields("Short", one, 2020), Fields("Short", other, 2020)));

    [Theory]
    [InlineData("[RETRACTED] Deep Residual Learning for Image Recognition")]
    [InlineData("RETRACTED: Deep Residual Learning for Image Recognition")]
    [InlineData("(Withdrawn) Deep Residual Learning for Image Recognition")]
    [InlineData("Deep \\emph{Residual} Learning for {I}mage Recognition")]
    [InlineData("DEEP RESIDUAL LEARNING—FOR IMAGE-RECOGNITION")]
    [InlineData("Déep Rêsidual Léarning for Image Recognition")]
    public void A_title_is_known_in_each_spelling(string spelling) =>
        Assert.Equal(["0+1"], Grouped(Fields(LongTitle, "Kaiming He", 2016), Fields(spelling, "Kaiming He", 2016)));

    [Theory]
    [InlineData("$\\beta$-VAE", "β-VAE")]
    [InlineData("R$^2$", "R²")]
    [InlineData("Pre-training", "Pretraining")]
    [InlineData("Straße", "STRASSE")]
    public void A_formula_is_known_in_each_spelling(string one, string other) =>
        Assert.Equal(["0+1"], Grouped(Fields(one, "Mary Moe", 2020), Fields(other, "Mary Moe", 2020)));

    [Theory]
    [InlineData("C", "C++")]
    [InlineData("Hyperbolic Neural Networks", "Hyperbolic Neural Networks++")]
    [InlineData("Retracted Articles on the Web", "Articles on the Web")]
    [InlineData("[Re] Deep Residual Learning for Image Recognition", LongTitle)]
    [InlineData("???", "!!!")]
    public void Titles_that_only_look_alike_stay_two(string one, string other) =>
        Assert.Equal(["0", "1"], Grouped(Fields(one, "Mary Moe", 2020), Fields(other, "Mary Moe", 2020)));

    [Theory]
    [InlineData("")]
    [InlineData("Anonymous")]
    [InlineData("Anonymous Authors")]
    public void A_record_without_authors_joins_the_one_paper_of_its_long_title(string nobody) =>
        Assert.Equal(["0+1+2"], Grouped(Fields(LongTitle, nobody, 2016), Fields(LongTitle, "Kaiming He", 2015), Fields(LongTitle, nobody)));

    [Fact]
    public void A_record_without_authors_joins_neither_of_two_papers_of_its_title() =>
        Assert.Equal(["0", "1", "2"], Grouped(Fields(LongTitle, "", 2016), Fields(LongTitle, "Mary Moe", 2015), Fields(LongTitle, "John Doe", 2016)));

    [Fact]
    public void A_record_without_authors_joins_the_paper_of_its_time() =>
        Assert.Equal(["0+2", "1"], Grouped(Fields(LongTitle, "", 2016), Fields(LongTitle, "Mary Moe", 2010), Fields(LongTitle, "John Doe", 2016)));

    [Fact]
    public void Records_without_authors_never_join_two_papers()
    {
        // The two have an identifier in common, and each a title of another paper.
        var one = Fields(LongTitle, "", 2016, "1512.03385");
        var two = Fields("Very Deep Networks for Large Scale Images", "", 2016, "1512.03385");
        Assert.Equal(
            ["0+1", "2", "3"],
            Grouped(one, two, Fields(LongTitle, "Mary Moe", 2016), Fields("Very Deep Networks for Large Scale Images", "John Doe", 2016)));
    }

    [Fact]
    public void Records_without_authors_are_one_under_a_long_title_alone() =>
        Assert.Equal(["0+1", "2"], Grouped(Fields(LongTitle, "", 2016), Fields(LongTitle), Fields("Preface")));

    [Fact]
    public void A_short_title_without_authors_joins_nothing() =>
        Assert.Equal(["0", "1", "2"], Grouped(Fields("Preface", "", 2016), Fields("Preface", "", 2016), Fields("Preface", "Mary Moe", 2016)));
}
