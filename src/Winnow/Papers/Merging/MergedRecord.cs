namespace Winnow.Papers.Merging;

/// <summary>One of the records that a paper is merged from.</summary>
/// <param name="Reference">Which it is.</param>
/// <param name="Fields">What it says.</param>
/// <param name="DeletedOn">When its source deleted it, as far as is known.</param>
public sealed record MergedRecord(RecordReference Reference, RecordFields Fields, DateOnly? DeletedOn = null)
{
    private static readonly string[] PreprintServers = ["arxiv", "corr", "biorxiv", "medrxiv", "preprint", "ssrn"];

    /// <summary>Its source says that the work was withdrawn, or no longer has the record.</summary>
    internal bool IsWithdrawn { get; } = Fields.Withdrawn || RecordDeletion.Holds(DeletedOn, Fields);

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
