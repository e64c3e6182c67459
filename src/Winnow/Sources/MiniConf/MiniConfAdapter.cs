using Winnow.Papers;
using Winnow.Sources.Fields;

namespace Winnow.Sources.MiniConf;

/// <summary>A paper of a conference site in Winnow's terms. The data does not name its conference.</summary>
internal static class MiniConfAdapter
{
    private const string Source = "mini-conf";

    internal static AdaptedRecord Adapt(MiniConfPaper paper)
    {
        var title = RecordText.Title(paper.Title);
        var pdf = paper.Pdf ?? paper.PdfUrl;
        // Numbers are unique in their conference only.
        var number = RecordText.Line(paper.Uid ?? paper.Id);
        return new AdaptedRecord(Source, number is null ? ContentKey.Of(title) : $"{number}/{ContentKey.Of(title)[..8]}", new RecordFields
        {
            Title = title,
            Abstract = RecordText.Prose(paper.Abstract),
            Authors = AuthorNames.Of(paper.Authors),
            Status = Status(paper.PaperType),
            Track = RecordText.Line(paper.Track),
            Keywords = RecordText.Lines(paper.Keywords),
            Identifiers = new IdentifierSet().Add(paper.AnthologyUrl).Add(pdf).ToList(),
            Tldr = RecordText.Line(paper.Tldr ?? paper.TlDr),
            Url = RecordText.Link(paper.AnthologyUrl),
            Pdf = RecordText.Link(pdf),
            Code = CodeLink.Find(paper.Abstract),
        });
    }

    /// <summary>"Main-Oral" is an oral of the main conference.</summary>
    private static string? Status(string? type) =>
        RecordText.Line(type) is { } line ? line[(line.LastIndexOf('-') + 1)..] is { Length: > 0 } last ? $"{char.ToUpperInvariant(last[0])}{last[1..]}" : line : null;
}
