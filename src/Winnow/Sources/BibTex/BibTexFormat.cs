using System.Text;
using System.Text.RegularExpressions;
using Winnow.Sources.Reading;

namespace Winnow.Sources.BibTex;

/// <summary>BibTeX and biblatex bibliographies.</summary>
internal sealed partial class BibTexFormat : RecordFormat
{
    public override string Name => "bibtex";

    public override string Description => "BibTeX and biblatex bibliographies";

    public override bool Sniff(ReadOnlySpan<byte> head, string fileName)
    {
        // XML and JSON may quote BibTeX.
        if (head.TrimStart(" \t\r\n"u8) is [] or [(byte)'<' or (byte)'{' or (byte)'[', ..])
            return false;

        return Entry().IsMatch(Encoding.UTF8.GetString(head));
    }

    protected override IEnumerable<RawPiece> Split(Stream content, ReadContext context) => new BibTexSplitter(new InputBuffer(content)).Pieces();

    protected override AdaptedRecord Adapt(ReadOnlyMemory<byte> raw)
    {
        var entries = new BibTexParser(Encoding.UTF8.GetString(raw.Span)).Entries().Take(2).ToList();
        return entries.Count == 0
            ? throw new UnreadableRecordException("There is no BibTeX entry.")
            : BibTexAdapter.Adapt(entries[0], entries.Count > 1 ? entries[1] : null);
    }

    [GeneratedRegex(@"^[ \t]*@[a-zA-Z]{2,30}\s*[{(]\s*[^\s,{}]+\s*(?:,|=|[})])", RegexOptions.CultureInvariant | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entry();
}
