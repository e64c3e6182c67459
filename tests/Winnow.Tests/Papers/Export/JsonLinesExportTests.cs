using System.Text;
using CsCheck;
using Winnow.Papers;
using Winnow.Papers.Export;
using Winnow.Properties;
using Winnow.Sources;
using Winnow.Sources.PaperLines;
using Xunit;

namespace Winnow.Tests.Papers.Export;

public sealed class JsonLinesExportTests
{
    [Fact]
    public void Hostile_text_stays_on_its_line_and_is_read_back() => Gen.Select(ExportedPaper.HostileText, ExportedPaper.HostileText).ForAll((title, note) =>
    {
        var line = JsonLinesExport.Write(ExportedPaper.Of(title, "Ada Lovelace"), ("note", note));
        Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
        Assert.Equal(title, System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("title").GetString());
    },
    iter: 2000);

    [Fact]
    public void What_is_not_known_is_left_out_and_what_is_noted_is_no_part_of_the_paper() => Assert.Equal(
        $$"""{"id":"{{Bare.Id}}","title":"Bare","note":"Mine"}""" + "\n", JsonLinesExport.Write(Bare, ("note", "Mine"), ("added", "")));

    [Fact]
    public void Another_Winnow_reads_the_same_paper_from_it()
    {
        var paper = Bare with
        {
            Title = "Attention Is All You Need",
            Abstract = "A first paragraph.\n\nAnd a second with $x < y$.",
            Authors = [new Author("Ashish Vaswani"), new Author("Łukasz Kaiser")],
            Year = 2017,
            Published = new DateOnly(2017, 6, 12),
            Venue = "NeurIPS",
            Status = "Oral",
            Track = "Main",
            Categories = ["cs.CL", "cs.LG"],
            Keywords = ["attention"],
            Identifiers = [new Identifier(IdentifierScheme.ArXiv, "1706.03762"), new Identifier(IdentifierScheme.Doi, "10.1234/x"), new Identifier(IdentifierScheme.Dblp, "conf/nips/VaswaniSPUJGKP17")],
            Tldr = "No recurrence.",
            Comment = "15 pages",
            Url = "https://arxiv.org/abs/1706.03762",
            Pdf = "https://arxiv.org/pdf/1706.03762",
            Code = "https://code.example.org/t2t",
            Project = "https://project.example.org/",
        };

        var bytes = Encoding.UTF8.GetBytes(JsonLinesExport.Write(paper, ("added", "2026-03-11T12:00:00Z"), ("note", "Mine")));
        Assert.IsType<PaperLinesFormat>(KnownFormats.All.Sniff(bytes, "collection.jsonl"));
        var read = Assert.IsType<ReadRecord>(Assert.Single(new PaperLinesFormat().Read(new MemoryStream(bytes), new ReadContext("collection.jsonl", TimeProvider.System)))).Record.Fields;

        Assert.Equivalent(
            new
            {
                paper.Title,
                paper.Abstract,
                paper.Authors,
                paper.Year,
                paper.Published,
                paper.Venue,
                paper.Status,
                paper.Track,
                paper.Categories,
                paper.Keywords,
                paper.Tldr,
                paper.Comment,
                paper.Url,
                paper.Pdf,
                paper.Code,
                paper.Project,
            },
            read);
        Assert.Equal(paper.Identifiers.OrderBy(id => id.ToString()), read.Identifiers.OrderBy(id => id.ToString()));
    }

    private static Paper Bare => new() { Id = new PaperId(42), Title = "Bare", Records = [] };
}
