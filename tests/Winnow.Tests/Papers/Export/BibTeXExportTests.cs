using System.Text.RegularExpressions;
using CsCheck;
using Winnow.Papers;
using Winnow.Papers.Export;
using Winnow.Properties;
using Xunit;

namespace Winnow.Tests.Papers.Export;

public sealed class BibTeXExportTests
{
    [Fact]
    public void Hostile_text_stays_inside_its_field_and_is_read_back() =>
        Gen.Select(ExportedPaper.HostileText, ExportedPaper.HostileText, ExportedPaper.HostileText).ForAll((title, name, venue) =>
        {
            var paper = ExportedPaper.Of(title, name, "Ada Lovelace") with { Venue = venue, Year = 2020, Url = $"https://example.org/{title}" };
            var entry = Assert.Single(StrictBibTeX.Read(BibTeXExport.Write(paper)));
            Assert.Equal(WithBareDollars(title), WithBareDollars(StrictBibTeX.Printed(entry.Fields["title"])));
            Assert.EndsWith(" and Ada Lovelace", entry.Fields["author"], StringComparison.Ordinal);
            Assert.Equal("2020", entry.Fields["year"]);
        },
        iter: 20_000);

    [Fact]
    public void A_paper_in_proceedings_names_them_and_its_preprint() => Assert.Equal(
        """
        @inproceedings{vaswani2017attention,
          title = {Attention Is All You Need},
          author = {Ashish Vaswani and Noam Shazeer and Łukasz Kaiser},
          booktitle = {NeurIPS},
          year = {2017},
          eprint = {1706.03762},
          archivePrefix = {arXiv},
          primaryClass = {cs.CL},
          url = {https://arxiv.org/abs/1706.03762},
        }

        """,
        BibTeXExport.Write(ExportedPaper.Attention));

    [Theory]
    [InlineData(null, null, "misc", null)]
    [InlineData("arXiv", "preprint", "misc", null)]
    [InlineData("ICLR", "Reject", "misc", "note")]
    [InlineData("ICLR", "Poster", "inproceedings", "booktitle")]
    [InlineData("JMLR", null, "article", "journal")]
    [InlineData("IEEE Transactions on Information Theory", null, "article", "journal")]
    public void The_type_follows_from_the_place_of_publication(string? venue, string? status, string type, string? field)
    {
        var entry = Assert.Single(StrictBibTeX.Read(BibTeXExport.Write(ExportedPaper.Attention with { Venue = venue, Status = status })));
        Assert.Equal(type, entry.Type);
        Assert.Equal(field, entry.Fields.Keys.SingleOrDefault(name => name is "booktitle" or "journal" or "note"));
    }

    [Theory]
    [InlineData("BERT: Pre-training of Deep Transformers", "{BERT:} Pre-training of Deep Transformers")]
    [InlineData("ImageNet and GPT-4 in 3D", "{ImageNet} and {GPT-4} in {3D}")]
    [InlineData("R&D costs 5% of $n_{x}$", "{R\\&D} costs 5\\% of $n_{x}$")]
    [InlineData("Unbalanced $x}$ formula", "Unbalanced \\$x\\textbraceright{}\\$ formula")]
    public void Capitals_and_formulas_survive_a_style(string title, string expected) =>
        Assert.Contains($"title = {{{expected}}},\n", BibTeXExport.Write(ExportedPaper.Of(title)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Gemini Team, Google", "{Gemini Team, Google}")]
    [InlineData("Johnson and Johnson", "{Johnson and Johnson}")]
    [InlineData("Aäron van den Oord", "Aäron van den Oord")]
    public void A_name_is_read_as_one_person(string name, string expected) =>
        Assert.Contains($"author = {{{expected}}},\n", BibTeXExport.Write(ExportedPaper.Of("Title", name)), StringComparison.Ordinal);

    [Fact]
    public void No_two_entries_of_a_bibliography_share_a_key()
    {
        using var writer = new StringWriter();
        BibTeXExport.Write(Enumerable.Repeat(ExportedPaper.Attention, 30), writer);
        var keys = StrictBibTeX.Read(writer.ToString()).Select(entry => entry.Key).ToList();
        Assert.Equal(30, keys.Distinct().Count());
        Assert.Equal(["vaswani2017attention", "vaswani2017attentionb", "vaswani2017attentionc"], keys[..3]);
    }

    [Theory]
    [InlineData("Aäron van den Oord", "WaveNet: A Generative Model", "vandenoord2016wavenet")]
    [InlineData("Łukasz Kaiser", "On the $\\ell_1$ Norm", "kaiser2016norm")]
    [InlineData("Søren Ødegård Jr.", "What Is It?", "odegard2016what")]
    [InlineData("李明", "深層学習", "anonymous2016")]
    [InlineData("Paul Erdős", "A Text-to-Speech System", "erdos2016text")]
    public void Keys_are_readable(string author, string title, string expected) =>
        Assert.Equal(expected, CitationKey.Of(ExportedPaper.Of(title, author) with { Year = 2016 }));

    [Fact]
    public void A_paper_of_which_only_the_title_is_known_can_be_cited()
    {
        var entry = Assert.Single(StrictBibTeX.Read(BibTeXExport.Write(ExportedPaper.Of("Untitled"))));
        Assert.Equal(("misc", "anonymousuntitled"), (entry.Type, entry.Key));
        Assert.Equal(["title"], entry.Fields.Keys);
    }

    [Fact]
    public void A_DOI_that_could_end_its_field_is_left_out()
    {
        var paper = ExportedPaper.Of("Title") with { Identifiers = [new Identifier(IdentifierScheme.Doi, "10.1000/a}b")] };
        Assert.False(Assert.Single(StrictBibTeX.Read(BibTeXExport.Write(paper))).Fields.ContainsKey("doi"));
    }

    /// <summary>Beside formulas a dollar sign is stored escaped, and written the same way where none is.</summary>
    private static string WithBareDollars(string text) => Regex.Replace(text, @"\\+\$", "$$");
}
