using System.Text;
using Winnow.Sources;
using Xunit;

namespace Winnow.Tests.Sources;

public sealed class UnknownInputTests
{
    [Theory]
    [InlineData("", "x", "The file is empty.")]
    [InlineData(" \n ", "x", "The file is empty.")]
    [InlineData("%PDF-1.7", "paper.pdf", "The file is a PDF, not paper metadata.")]
    [InlineData("PK\u0003\u0004abc", "x.zip", "The file is a ZIP archive or an office document (unpack it first), not paper metadata.")]
    [InlineData("a\0b\0\0\0\u0001", "x", "The file is binary data, not paper metadata.")]
    [InlineData("BEGIN:VCALENDAR\n", "x.ics", "The file is an iCalendar file: events, not papers.")]
    [InlineData("<!doctype html><html><body>", "x.html", "The file is a web page; Winnow reads what sites export, not their pages.")]
    [InlineData("{\"a\":1,\"b\":{\"c\":2}}", "x.json", "The file is JSON with the members \"a\", \"b\"; Winnow finds no papers in it.")]
    [InlineData("[1,2]", "x.json", "The file is JSON, but holds no objects that could be papers.")]
    [InlineData("Dear diary,\ntoday", "x.txt", "The file is no format that Winnow knows; it begins \"Dear diary, today\".")]
    public void What_is_not_recognised_is_described_in_one_sentence(string text, string name, string sentence)
    {
        var head = Encoding.UTF8.GetBytes(text);

        Assert.Null(KnownFormats.All.Sniff(head, name));
        Assert.Equal(sentence, UnknownInput.Describe(head, name));
    }

    [Fact]
    public void Formats_have_names_that_a_command_line_can_take()
    {
        Assert.All(KnownFormats.All.All, format => Assert.Matches("^[a-z][a-z-]*$", format.Name));
        Assert.All(KnownFormats.All.All, format => Assert.Same(format, KnownFormats.All.Find(format.Name)));
        Assert.All(KnownFormats.All.All, format => Assert.DoesNotMatch(@"\.$", format.Description));
    }
}
