using Winnow.Papers;
using Winnow.Sources.BibTex;
using Winnow.Sources.Fields;
using Winnow.Sources.Venues;

namespace Winnow.Sources.OpenReview;

/// <summary>A submission of OpenReview in Winnow's terms. What became of it is in the <c>venueid</c>; <c>venue</c> and BibTeX say it for people.</summary>
internal static class OpenReviewAdapter
{
    private const string Source = "openreview";
    private const string Site = "https://openreview.net";

    private static readonly string[] Decisions = ["Oral", "Spotlight", "Poster", "Notable", "Talk", "Withdrawn", "Desk Rejected", "Reject"];

    internal static AdaptedRecord Adapt(OpenReviewNote note)
    {
        // Reviews and comments are notes too, in the submission's forum.
        if (note.Forum is { Length: > 0 } forum && note.Id is { Length: > 0 } own && forum != own)
            throw new UnreadableRecordException($"The note {own} is a reply in the forum of {forum}, not a paper.");

        var id = note.Id ?? note.Forum;
        if (!Identifier.TryParse(IdentifierScheme.OpenReview, id, out var identifier))
            throw new UnreadableRecordException("The note has no OpenReview id.");

        var content = note.Content ?? throw new UnreadableRecordException("The note has no content.");
        var citation = content.BibTex is null ? null : new BibTexParser(content.BibTex).Entries().FirstOrDefault();
        var status = Status(content, note);
        var published = Day(note.Published) ?? Day(note.Online) ?? Day(note.Created);
        return new AdaptedRecord(Source, identifier.Value, new RecordFields
        {
            Title = RecordText.Title(content.Title),
            Abstract = RecordText.Prose(content.Abstract),
            Authors = AuthorNames.Of(content.Authors.Count == 1 ? AuthorNames.CommaList(content.Authors[0]) : content.Authors),
            Year = Year(content, note) ?? PublicationDate.Year(citation?["year"]) ?? published?.Year,
            Published = published,
            Updated = Day(note.Modified),
            Venue = Venue(content, note, citation),
            Status = status,
            Track = RecordText.Line(content.PrimaryArea),
            Keywords = RecordText.Lines(content.Keywords.Count == 1 ? content.Keywords[0].Split([',', ';']) : content.Keywords),
            Identifiers = [identifier],
            Tldr = RecordText.Line(content.Tldr ?? content.TlDr ?? content.OneSentenceSummary),
            Url = $"{Site}/forum?id={identifier.Value}",
            Pdf = content.Pdf is { Length: > 0 } pdf ? RecordText.Link(pdf.StartsWith('/') ? $"{Site}{pdf}" : pdf) : null,
            Code = CodeLink.Given(content.Code) ?? CodeLink.Find(content.Abstract),
            Withdrawn = RecordStatus.IsWithdrawn(status),
        });
    }

    /// <summary>The part of <c>ICLR.cc/2024/Conference/Rejected_Submission</c> that names the conference, and its year.</summary>
    private static string? VenuePath(OpenReviewContent content, OpenReviewNote note) =>
        content.VenueId ?? note.Invitation ?? (note.Invitations.Count > 0 ? note.Invitations[0] : null);

    private static int? Year(OpenReviewContent content, OpenReviewNote note) => PublicationDate.Year(VenuePath(content, note)) ?? PublicationDate.Year(content.Venue);

    private static string? Venue(OpenReviewContent content, OpenReviewNote note, BibTexEntry? citation)
    {
        if (VenuePath(content, note) is { } path)
        {
            var group = path.Split('/')[0];
            var dot = group.IndexOf('.', StringComparison.Ordinal);
            var name = dot > 0 ? group[..dot] : group;
            // A workshop's group stands below that of its conference.
            if (path.Contains("/Workshop/", StringComparison.Ordinal))
                return RecordText.Line(content.Venue) ?? $"{VenueNames.Canonical(name)} Workshop";

            return name == "OpenReview" ? null : RecordText.Line(VenueNames.Canonical(name));
        }

        return RecordText.Line(VenueNames.Known(content.Venue) ?? VenueNames.Canonical(BibTexText.Line(citation?["booktitle", "journal"])));
    }

    private static string? Status(OpenReviewContent content, OpenReviewNote note)
    {
        var outcome = content.VenueId is { } path ? path[(path.LastIndexOf('/') + 1)..].Replace('_', ' ') : "";
        if (outcome.EndsWith(" Submission", StringComparison.Ordinal) || outcome == "Submission")
            return outcome switch { "Rejected Submission" => "Reject", "Withdrawn Submission" => "Withdrawn", "Desk Rejected Submission" => "Desk Reject", _ => "Submitted" };

        foreach (var decision in Decisions)
        {
            if (content.Venue?.Contains(decision, StringComparison.OrdinalIgnoreCase) == true)
                return decision;
        }

        return note.Invitation?.Contains("Withdrawn", StringComparison.Ordinal) == true ? "Withdrawn" : null;
    }

    private static DateOnly? Day(double? milliseconds) =>
        milliseconds is > 0 and < 4_102_444_800_000 ? DateOnly.FromDateTime(DateTime.UnixEpoch.AddMilliseconds(milliseconds.Value)) : null;
}
