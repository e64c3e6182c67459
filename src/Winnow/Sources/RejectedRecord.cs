namespace Winnow.Sources;

/// <summary>A record that could not be read. Those after it still are, unless the reason says that the file ends here.</summary>
/// <param name="Place">Where it stands in the input.</param>
/// <param name="Reason">One sentence for a person: what was wrong.</param>
/// <param name="Excerpt">The first characters of what was found there, at most <see cref="ExcerptLength"/>; empty when nothing can be shown.</param>
public sealed record RejectedRecord(RecordPlace Place, string Reason, string Excerpt = "") : ReadItem(Place)
{
    public const int ExcerptLength = 200;
}
