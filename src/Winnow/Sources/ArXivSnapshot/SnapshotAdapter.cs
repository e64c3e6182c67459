using System.Text.Json;
using Winnow.Papers;
using Winnow.Sources.Fields;

namespace Winnow.Sources.ArXivSnapshot;

/// <summary>A paper of arXiv's snapshot in Winnow's terms.</summary>
internal static class SnapshotAdapter
{
    internal static AdaptedRecord Adapt(SnapshotPaper paper)
    {
        var id = ArXivRecord.Id(paper.Id);
        List<PaperVersion> versions =
            [.. paper.Versions
                .Select(version => new PaperVersion(ArXivRecord.Version($" {version.Version}"), PublicationDate.Day(version.Created)))
                .Where(version => version.Number > 0)
                .OrderBy(version => version.Number)];
        return new AdaptedRecord(ArXivRecord.Source, id, new RecordFields
        {
            Title = RecordText.Title(paper.Title),
            Abstract = RecordText.Prose(paper.Abstract),
            Authors = AuthorNames.Of(Names(paper)),
            Year = ArXivRecord.Year(id),
            Published = versions.Count > 0 && versions[0].Number == 1 ? versions[0].Date : null,
            Updated = (versions.Count > 0 ? versions[^1].Date : null) ?? PublicationDate.Day(paper.UpdateDate),
            Venue = ArXivRecord.VenueOf(paper.JournalReference),
            Status = ArXivRecord.Status,
            Categories = RecordText.Lines((paper.Categories ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            Identifiers = ArXivRecord.Identifiers(id, paper.Doi).ToList(),
            Comment = ArXivRecord.Comment(paper.Comments, paper.JournalReference),
            Url = ArXivRecord.Url(id),
            Pdf = ArXivRecord.Pdf(id),
            Code = CodeLink.Find(paper.Comments, paper.Abstract),
            Withdrawn = ArXivRecord.IsWithdrawn(paper.Comments, paper.Abstract),
            Versions = versions,
        });
    }

    /// <summary>The parsed names, whose third part is a suffix and whose further parts are affiliations; else the line as printed.</summary>
    private static IEnumerable<string> Names(SnapshotPaper paper)
    {
        if (paper.AuthorsParsed is not { ValueKind: JsonValueKind.Array } parsed || parsed.GetArrayLength() == 0)
            return AuthorNames.CommaList(paper.Authors);

        return parsed.EnumerateArray()
            .Where(parts => parts is { ValueKind: JsonValueKind.Array } && parts.EnumerateArray().All(part => part.ValueKind == JsonValueKind.String))
            .Select(parts => parts.EnumerateArray().Select(part => Text(part)).Take(3).ToArray())
            .Where(parts => parts.Length >= 1)
            .Select(parts => string.Join(' ', new[] { parts.ElementAtOrDefault(1), parts[0], parts.ElementAtOrDefault(2) }.Where(part => !string.IsNullOrEmpty(part))));
    }

    private static string Text(JsonElement part)
    {
        try
        {
            return part.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            return "\uFFFD";
        }
    }
}
