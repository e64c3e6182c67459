using Winnow.Sources;
using Xunit;

namespace Winnow.Tests.Sources.BibTex;

public sealed class BibTexFormatTests
{
    private const string Good = "@misc{good, title = {A title}}\n";

    [Theory]
    [InlineData("@misc{bad, title = {never closed}\n", "The braces of this entry do not close before the next one begins.")]
    [InlineData("@misc{bad, author = {Nobody}}\n", "The record has no title.")]
    [InlineData("@proceedings{bad, title = {All of it}}\n", "The entry is a whole volume, not a paper.")]
    public void A_bad_entry_costs_itself_and_nothing_else(string bad, string reason)
    {
        var result = Read(Good + bad + Good);

        Assert.Equal(2, result.Records.Count);
        Assert.Equal(reason, Assert.Single(result.Reasons));
    }

    [Fact]
    public void A_file_that_was_cut_off_says_so() =>
        Assert.Equal("The file ends in the middle of this entry.", Assert.Single(Read(Good + "@misc{bad, title = {cut of").Reasons));

    [Fact]
    public void A_brace_too_many_in_one_value_does_not_cost_the_others()
    {
        var fields = Read(Good + "@article{a,\n  title = {{Odd},\n  year = {2022},\n  journal = {Nature}\n}\n" + Good).Records[1].Fields;

        Assert.Equal(("Odd", 2022, "Nature"), (fields.Title, fields.Year, fields.Venue));
    }

    [Theory]
    [InlineData("title = {A {BERT} study of {\\\"o}{\\ss}}", "A BERT study of öß")]
    [InlineData("title = \"A {\"}quoted{\"} title\"", "A \"quoted\" title")]
    [InlineData("title = {One } # \"two \" # three", "One two three")]
    [InlineData("title = {Loss $O(\\frac{1}{n})$ shown}", "Loss $O(\\frac{1}{n})$ shown")]
    [InlineData("TITLE={Shouted} year=2020", "Shouted")]
    [InlineData("title = {}, title = {Second}", "Second")]
    [InlineData("title = {Line\n   break}", "Line break")]
    [InlineData("title = 1984", "1984")]
    [InlineData("title = {a@b.org and @ sign}", "a@b.org and @ sign")]
    public void Titles_are_read_as_BibTeX_prints_them(string field, string expected) => Assert.Equal(expected, Read($"@misc{{k, {field}}}").Only.Fields.Title);

    [Theory]
    [InlineData("Ada Lovelace and Charles Babbage", "Ada Lovelace|Charles Babbage")]
    [InlineData("Lovelace, Ada AND Babbage, Charles", "Ada Lovelace|Charles Babbage")]
    [InlineData("van Beethoven, Ludwig and others", "Ludwig van Beethoven")]
    [InlineData("King, Jr., Martin Luther", "Martin Luther King Jr.")]
    [InlineData("{Planck Collaboration} and {Barnes and Noble, Inc.}", "Planck Collaboration|Barnes and Noble, Inc.")]
    [InlineData("Erd{\\H{o}}s, P{\\'a}l", "Pál Erdős")]
    [InlineData("{W.M.P. van der} Aalst", "W.M.P. van der Aalst")]
    public void Names_are_read_as_BibTeX_parts_them(string author, string expected) =>
        Assert.Equal(expected, string.Join('|', Read($"@misc{{k, title={{x}}, author = {{{author}}}}}").Only.Fields.Authors));

    [Fact]
    public void A_kept_entry_carries_the_macros_that_it_uses()
    {
        var record = Read("@string{venue = {Proceedings of NAACL-HLT}}\n@string(other = \"unused\")\n@inproceedings{k, title={x}, booktitle = venue # { 2019}}").Only;

        Assert.Equal("Proceedings of NAACL-HLT 2019", KnownFormats.All.Find("bibtex")!.Parse(record.Raw).Venue);
    }

    [Theory]
    [InlineData("@inproceedings{c, title={x}, crossref={p}}\n@proceedings{p, title={Proceedings of ICML}, year=2015}")]
    [InlineData("@proceedings{p, title={Proceedings of ICML}, year=2015}\n@inproceedings{c, title={x}, crossref={P}}")]
    public void A_kept_entry_carries_the_volume_that_it_refers_to(string text)
    {
        var record = Read(text).Records.Single();

        Assert.Equal(2015, KnownFormats.All.Find("bibtex")!.Parse(record.Raw).Year);
    }

    [Fact]
    public void Text_between_entries_and_comments_say_nothing() =>
        Assert.Equal("A title", Read($"Write to someone@example.org (or not).\n@comment{{@misc{{no, title={{no}}}}}}\n@preamble{{\"\\foo\"}}\n{Good}% end").Only.Fields.Title);

    [Theory]
    [InlineData("journal = {arXiv preprint arXiv:2104.08663}", "arxiv:2104.08663", "arXiv")]
    [InlineData("journal = {CoRR}, volume = {abs/1706.03762}", "arxiv:1706.03762", "arXiv")]
    [InlineData("eprint = {1706.03762}, archiveprefix = {arXiv}", "arxiv:1706.03762", "arXiv")]
    [InlineData("doi = {10.48550/arXiv.2401.04088}", "arxiv:2401.04088", "arXiv")]
    [InlineData("doi = {https://doi.org/10.1145/3442188}", "doi:10.1145/3442188", null)]
    [InlineData("url = {https://aclanthology.org/N19-1423\\_x/}, url2 = {}, pmid = {123}", "pubmed:123", null)]
    public void Identifiers_are_found_where_people_write_them(string field, string expected, string? venue)
    {
        var fields = Read($"@article{{k, title={{x}}, {field}}}").Only.Fields;

        Assert.Contains(expected, fields.Identifiers.Select(identifier => identifier.ToString()));
        Assert.Equal(venue, fields.Venue);
    }

    [Fact]
    public void The_same_citation_key_in_two_files_is_two_records()
    {
        var one = Read("@misc{smith2020, title={One}}").Only;
        var two = Read("@misc{smith2020, title={Two}}").Only;

        Assert.NotEqual(one.Id, two.Id);
        Assert.StartsWith("smith2020/", one.Key, StringComparison.Ordinal);
    }

    private static Reading.Result Read(string text)
    {
        var result = Reading.Of(text, "refs.bib");
        Assert.Equal("bibtex", result.Format?.Name);
        return result;
    }
}
