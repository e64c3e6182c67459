namespace Winnow.Papers.Merging;

/// <summary>One of the records that a paper is merged from.</summary>
public sealed record MergedRecord(RecordReference Reference, RecordFields Fields)
{
    private static readonly string[] PreprintServers = ["arxiv", "corr", "biorxiv", "medrxiv", "preprint", "ssrn"];

    internal SourceKind Kind { get; } = SourceKinds.Of(Reference.Source);

    internal VenueStanding Standing { get; } = StandingOf(Fields);

    /// <summary>How new its content is; the first day of its year when only that is known.</summary>
    internal DateOnly Date { get; } =
        Fields.Updated ?? Fields.Published ?? (Fields.Year is >= 1 and <= 9999 ? new DateOnly(Fields.Year.Value, 1, 1) : DateOnly.MinValue);

    private static VenueStanding StandingOf(RecordFields fields)
    {
        if (fields.Venue is not { } venue)
        {
            return VenueStanding.Unknown;
        }

        if (PreprintServers.Any(server => venue.StartsWith(server, StringComparison.OrdinalIgnoreCase))
            || string.Equals(fields.Status, "preprint", StringComparison.OrdinalIgnoreCase))
        {
            return VenueStanding.Preprint;
        }

        return StatusRank.Of(fields.Status) is StatusRank.Refused ? VenueStanding.Submitted : VenueStanding.Accepted;
    }
}
