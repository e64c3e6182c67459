namespace Winnow.Sources.Syncing;

/// <summary>One page of a live source.</summary>
/// <param name="Items">Records, deletions, and what could not be read, in their order; empty when nothing has changed.</param>
/// <param name="Cursor">From where to go on once the items are stored. Only <see cref="ILiveSource"/> understands it.</param>
/// <param name="IsLast">Whether the source has nothing more for now.</param>
public sealed record SourcePage(IReadOnlyList<ReadItem> Items, string? Cursor, bool IsLast)
{
    /// <summary>How much of the run is done with this page, 0 to 1; null when the source does not tell.</summary>
    public double? Fraction { get; init; }

    /// <summary>One sentence for the history on something that went otherwise than usual; null when nothing did.</summary>
    public string? Note { get; init; }
}
