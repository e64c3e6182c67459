namespace Winnow.Web.Feeds;

/// <summary>One entry of a feed.</summary>
internal sealed record FeedEntry
{
    /// <summary>Which entry this is, for ever: the part of a tag URI behind the date.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The path of its page.</summary>
    public required string Page { get; init; }

    public required DateTimeOffset Updated { get; init; }

    /// <summary>When the feed came to hold the entry as it is; not before <see cref="Updated"/>.</summary>
    public required DateTimeOffset Changed { get; init; }

    public DateTimeOffset? Published { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>An address outside, or null.</summary>
    public string? Pdf { get; init; }

    /// <summary>Plain text; empty for none.</summary>
    public string Summary { get; init; } = "";
}
