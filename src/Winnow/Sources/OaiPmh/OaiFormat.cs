using System.Diagnostics.CodeAnalysis;
using Winnow.Papers;
using Winnow.Sources.Fields;
using Winnow.Sources.Reading;
using Winnow.Sources.Xml;

namespace Winnow.Sources.OaiPmh;

/// <summary>OAI-PMH answers, with the metadata formats <c>arXiv</c>, <c>arXivRaw</c> and <c>oai_dc</c>. Resumption tokens mean nothing in a file.</summary>
internal sealed class OaiFormat : RecordFormat
{
    /// <summary>Answers that hold no records, and what was asked.</summary>
    private static readonly string[] OtherAnswers = ["Identify", "ListSets", "ListMetadataFormats", "ListIdentifiers"];

    private const string ArXivPrefix = "oai:arXiv.org:";

    public override string Name => "oai-pmh";

    public override string Description => "OAI-PMH answers of arXiv and others (arXiv, arXivRaw, oai_dc)";

    public override bool Sniff(ReadOnlySpan<byte> head, string fileName) => XmlShape.Root(head) is "OAI-PMH" or "ListRecords" or "GetRecord";

    protected override IEnumerable<RawPiece> Split(Stream content, ReadContext context)
    {
        using var elements = new XmlElements(content);
        while (elements.Next())
        {
            if (elements.Name is "record" or "error")
            {
                if (elements.Take() is { } piece)
                    yield return piece;
            }
            else if (elements.Depth == 1 && OtherAnswers.Contains(elements.Name))
            {
                yield return new RawPiece(default, elements.Line, $"This is a repository's answer to {elements.Name}, which holds no papers.");
                yield break;
            }
        }

        if (elements.Problem is { } problem)
            yield return new RawPiece(default, elements.Line, problem);
    }

    protected override AdaptedRecord Adapt(ReadOnlyMemory<byte> raw)
    {
        var element = XmlElements.Load(raw);
        if (element.Name.LocalName == "error")
            throw new UnreadableRecordException($"The repository answered with an error: {(string?)element.Attribute("code")} {element.Value}".TrimEnd() + ".");

        var record = OaiRecord.Read(element);
        var adapted = record.Metadata switch
        {
            { Name.LocalName: "arXiv" or "arXivRaw" } metadata => ArXivMetadataAdapter.Adapt(ArXivMetadata.Read(metadata)),
            { Name.LocalName: "dc" } metadata => DublinCoreAdapter.Adapt(DublinCore.Read(metadata), record.Identifier),
            { Name.LocalName: var other } => throw new UnreadableRecordException($"The metadata format \"{other}\" is not one that Winnow reads."),
            null => throw new UnreadableRecordException("The record has no metadata."),
        };
        return adapted with { Fields = adapted.Fields with { Touched = PublicationDate.Day(record.Datestamp) } };
    }

    protected override bool TryReadDeletion(ReadOnlyMemory<byte> raw, ReadContext context, [NotNullWhen(true)] out RecordDeletion? deletion)
    {
        deletion = null;
        // Looking for the word costs nothing beside reading every record twice.
        if (raw.Span.IndexOf("deleted"u8) < 0 || OaiRecord.Read(XmlElements.Load(raw)) is not { IsDeleted: true } record)
            return false;

        if (string.IsNullOrWhiteSpace(record.Identifier))
            throw new UnreadableRecordException("The repository has deleted a record and does not say which.");

        deletion = new RecordDeletion(IdsOf(record.Identifier.Trim()), PublicationDate.Day(record.Datestamp) ?? DateOnly.FromDateTime(context.Clock.GetUtcNow().Date));
        return true;
    }

    /// <summary>arXiv's records may have been read as its own metadata or as Dublin Core, which have different keys.</summary>
    private static RecordId[] IdsOf(string identifier) => identifier.StartsWith(ArXivPrefix, StringComparison.OrdinalIgnoreCase)
        ? [RecordId.Of(ArXivRecord.Source, ArXivRecord.Id(identifier[ArXivPrefix.Length..])), RecordId.Of(DublinCoreAdapter.Source, identifier)]
        : [RecordId.Of(DublinCoreAdapter.Source, identifier)];
}
