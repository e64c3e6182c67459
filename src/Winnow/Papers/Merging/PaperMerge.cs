using System.Collections.Immutable;

namespace Winnow.Papers.Merging;

/// <summary>
/// Makes one paper of its records. The result depends on the set of records alone. For each field the records are asked in an order of trust, and the first
/// that is not silent gives the value:
/// <list type="bullet">
/// <item>title, authors, keywords, url, pdf: publisher, repository, programme, aggregator, community, personal file, sample;</item>
/// <item>abstract: the same, but a text under 60 characters is taken only when there is no longer one;</item>
/// <item>venue, and with it status, track, year and withdrawn: where it was accepted, then as a preprint, then where it was merely submitted; among those as
/// above;</item>
/// <item>categories, comment: repository first;</item>
/// <item>tldr, code, project: publisher, then community, then as above;</item>
/// <item>published: the earliest day.</item>
/// </list>
/// A record that its source has deleted still gives its values, and counts as withdrawn.
/// Records of one rank are asked newest first, then by id.
/// </summary>
public static class PaperMerge
{
    private const int StubAbstract = 60;

    private static readonly ImmutableArray<SourceKind> ByManuscript =
    [
        SourceKind.Repository, SourceKind.Publisher, SourceKind.Programme, SourceKind.Aggregator, SourceKind.Community, SourceKind.Personal, SourceKind.Sample,
    ];

    private static readonly ImmutableArray<SourceKind> BySummary =
    [
        SourceKind.Publisher, SourceKind.Community, SourceKind.Repository, SourceKind.Programme, SourceKind.Aggregator, SourceKind.Personal, SourceKind.Sample,
    ];

    /// <exception cref="ArgumentException">There is no record.</exception>
    public static Paper Merge(IReadOnlyCollection<MergedRecord> records)
    {
        if (records.Count == 0)
        {
            throw new ArgumentException("A paper needs at least one record.", nameof(records));
        }

        var trusted = Order(records, static record => (int)record.Kind);
        var published = Order(records, static record => ((int)record.Standing * ByManuscript.Length) + (int)record.Kind);
        var manuscripts = Order(records, static record => ByManuscript.IndexOf(record.Kind));
        var summaries = Order(records, static record => BySummary.IndexOf(record.Kind));
        var appeared = Order(records, static record => record.Fields.Published?.DayNumber ?? int.MaxValue);
        var whereItAppeared = published[0];

        var from = new Provenance();
        return new Paper
        {
            Id = new PaperId(records.Min(record => record.Reference.Id.Value)),
            Title = from.First("title", trusted, static fields => fields.Title)!,
            Abstract = Abstract(from, trusted),
            Authors = from.FirstList("authors", trusted, static fields => fields.Authors),
            Year = from.FirstValue("year", Led(whereItAppeared, trusted), static fields => fields.Year ?? fields.Published?.Year),
            Published = from.FirstValue("published", appeared, static fields => fields.Published),
            Venue = from.First("venue", published, static fields => fields.Venue),
            Status = from.First("status", published, static fields => fields.Status),
            Track = from.First("track", published, static fields => fields.Track),
            Categories = from.FirstList("categories", manuscripts, static fields => fields.Categories),
            Keywords = from.FirstList("keywords", trusted, static fields => fields.Keywords),
            Identifiers = Identifiers(trusted),
            Tldr = from.First("tldr", summaries, static fields => fields.Tldr),
            Comment = from.First("comment", manuscripts, static fields => fields.Comment),
            Url = from.First("url", trusted, static fields => fields.Url),
            Pdf = from.First("pdf", trusted, static fields => fields.Pdf),
            Code = from.First("code", summaries, static fields => fields.Code),
            Project = from.First("project", summaries, static fields => fields.Project),
            Withdrawn = from.FirstValue<bool>("withdrawn", [whereItAppeared], _ => whereItAppeared.IsWithdrawn) ?? false,
            Records = [.. trusted.Select(record => record.Reference)],
            Provenance = from.Records,
        };
    }

    private static MergedRecord[] Order(IReadOnlyCollection<MergedRecord> records, Func<MergedRecord, int> rank) =>
        records.Count == 1
            ? [.. records]
            : [.. records.OrderBy(rank).ThenByDescending(record => record.Date).ThenBy(record => record.Reference.Id.Value)];

    private static IEnumerable<MergedRecord> Led(MergedRecord first, MergedRecord[] others) => others.Where(record => record != first).Prepend(first);

    private static string? Abstract(Provenance from, MergedRecord[] trusted) =>
        from.First("abstract", trusted, static fields => fields.Abstract is { Length: >= StubAbstract } text ? text : null)
        ?? from.First("abstract", trusted, static fields => fields.Abstract);

    /// <summary>All identifiers once, by scheme and then by the trust in the record; an ACL id that a DOI implies is added.</summary>
    private static List<Identifier> Identifiers(MergedRecord[] trusted)
    {
        var seen = new HashSet<Identifier>();
        var all = new List<Identifier>();
        foreach (var identifier in trusted.SelectMany(record => CredibleIdentifiers.Of(record.Fields)))
        {
            foreach (var spelled in new[] { identifier, identifier.AclEquivalent ?? identifier })
            {
                if (seen.Add(spelled))
                {
                    all.Add(spelled);
                }
            }
        }

        return [.. all.OrderBy(identifier => identifier.Scheme)];
    }
}
