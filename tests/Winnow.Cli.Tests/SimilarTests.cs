using System.Globalization;
using System.Text;
using Xunit;

namespace Winnow.Cli.Tests;

public sealed class SimilarTests : IDisposable
{
    private readonly WinnowExecutable _winnow = new();

    public SimilarTests()
    {
        _winnow.Write("a.jsonl", PaperLines.Of(0, 40));
        _winnow.Run("import", "a.jsonl").Ended(0);
    }

    public void Dispose() => _winnow.Dispose();

    [Fact]
    public void More_like_one_and_less_like_another_leaves_both_out_and_says_why()
    {
        var hits = _winnow.Run("similar", "test/5", "--less", "test/6", "--by", "method", "--json", "--limit", "40").Ended(0).Objects;
        Assert.Equal(38, hits.Count);
        Assert.DoesNotContain(hits, hit => hit.GetProperty("ids").EnumerateArray().Any(id => id.GetString() is "test/5" or "test/6"));
        Assert.All(hits, hit => Assert.Equal(hit.GetProperty("score").GetDouble(), hit.GetProperty("why").GetProperty("value").GetDouble(), 3));
        Assert.Contains("most like first", _winnow.Run("similar", "test/5").Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_abstract_is_taken_from_a_file_or_standard_input()
    {
        var word = PaperLines.WordOf(7);
        var path = _winnow.Write("abstract.txt", $"We study {word} and vision with more experiments.");
        Assert.NotEmpty(_winnow.Run("similar", "--text", path, "--json").Ended(0).Objects);
        Assert.NotEmpty(_winnow.RunWithInput($"We study {word}.", "similar", "--text", "-", "--json").Ended(0).Objects);
        Assert.Contains("holds no text", _winnow.RunWithInput("  \n", "similar", "--text", "-").Ended(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_abstract_of_a_PDF_is_read()
    {
        File.WriteAllBytes(Path.Combine(_winnow.Folder, "draft.pdf"), Pdf("Abstract We study speech and retrieval in many experiments, and find that more is more."));
        Assert.NotEmpty(_winnow.Run("similar", "--pdf", "draft.pdf", "--json").Ended(0).Objects);
    }

    [Theory]
    [InlineData("plain text", "The file is not a PDF.")]
    [InlineData("%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj trailer << /Root 1 0 R >>", "cannot be read as a PDF")]
    public void A_file_that_is_no_PDF_ends_with_3_and_one_sentence(string content, string says)
    {
        _winnow.Write("draft.pdf", content);
        Assert.Contains(says, _winnow.Run("similar", "--pdf", "draft.pdf").Ended(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_PDF_of_pictures_says_that_it_has_no_text()
    {
        File.WriteAllBytes(Path.Combine(_winnow.Folder, "scan.pdf"), Pdf(""));
        Assert.Contains("hold no text", _winnow.Run("similar", "--pdf", "scan.pdf").Ended(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_papers_and_wrong_options_are_named()
    {
        Assert.Contains("The library has no paper 9999.99999", _winnow.Run("similar", "9999.99999").Ended(1).Error, StringComparison.Ordinal);
        Assert.Contains("Say what to find more like", _winnow.Run("similar").Ended(2).Error, StringComparison.Ordinal);
        Assert.Contains("--by takes", _winnow.Run("similar", "test/5", "--by", "colour").Ended(2).Error, StringComparison.Ordinal);
        _winnow.Run("similar", "--pdf", "missing.pdf").Ended(3);
    }

    /// <summary>One page with one line, written by hand.</summary>
    private static byte[] Pdf(string line)
    {
        var content = line.Length == 0 ? "" : $"BT /F1 10 Tf 40 700 Td ({line}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => text.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
