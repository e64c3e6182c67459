using System.Text;
using Winnow.Sources;
using Xunit;

namespace Winnow.Tests.Sources;

public sealed class BoundedMemoryTests
{
    private const long Huge = 200L * 1024 * 1024;

    /// <summary>The window on an input doubles up to twice a record's limit, and each doubling allocates.</summary>
    private const long Allowed = 112L * 1024 * 1024;

    [Theory]
    [InlineData("winnow", "{\"title\":\"a\"}\n{\"title\":\"", 'x', "\"}\n{\"title\":\"b\"}\n", 2, RecordLimits.TooLarge)]
    [InlineData("winnow", "{\"title\":\"a\"}\n", ' ', "\n{\"title\":\"b\"}\n", 2, null)]
    [InlineData("semantic-scholar", "{\"data\":[{\"title\":\"a\"},{\"title\":\"", 'x', "\"},{\"title\":\"b\"}]}", 2, RecordLimits.TooLarge)]
    [InlineData("semantic-scholar", "{\"data\":[{\"title\":\"a\"},", '[', "", 1, RecordLimits.TooLarge)]
    [InlineData("semantic-scholar", "{\"next\":\"", 'x', "\",\"data\":[{\"title\":\"b\"}]}", 1, null)]
    [InlineData("openalex", "{\"results\":[],\"", 'x', "\":1}", 0, null)]
    [InlineData("feed", "<rss><item><title>a</title></item><item><title>", 'x', "</title></item><item><title>b</title></item></rss>", 2, RecordLimits.TooLarge)]
    [InlineData("feed", "<rss><item><title>a</title></item><", 'x', "/></rss>", 1, "One name or value in the XML is larger than 16 MiB; the file is not read further.")]
    [InlineData("feed", "<rss><item><title>a</title></item><item a='", 'x', "'/></rss>", 1, "One name or value in the XML is larger than 16 MiB; the file is not read further.")]
    [InlineData("bibtex", "@misc{a, title={a}}\n@misc{b, title={", 'x', "}}\n@misc{c, title={c}}", 2, RecordLimits.TooLarge)]
    [InlineData("ris", "TY  - JOUR\nTI  - a\nER  -\nTY  - JOUR\nTI  - ", 'x', "\nER  -\nTY  - JOUR\nTI  - b\nER  -\n", 2, RecordLimits.TooLarge)]
    [InlineData("csv", "title,author\na,b\n\"", 'x', "\",c\nd,e\n", 2, RecordLimits.TooLarge)]
    [InlineData("search-page", "Subscribe\nA title\n", 'x', "\n", 0, RecordLimits.TooLarge)]
    public void A_record_of_200_MiB_is_passed_over_in_bounded_memory_and_those_around_it_are_read(
        string format, string head, char filling, string tail, int records, string? reason)
    {
        var stream = new EndlessStream(Encoding.ASCII.GetBytes(head), (byte)filling, Huge, Encoding.ASCII.GetBytes(tail));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var items = KnownFormats.All.Find(format)!.Read(stream, new ReadContext("input", TimeProvider.System)).ToList();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Allowed);
        Assert.Equal(records, items.OfType<ReadRecord>().Count());
        if (reason is not null)
            Assert.Contains(reason, items.OfType<RejectedRecord>().Select(item => item.Reason));
    }
}
