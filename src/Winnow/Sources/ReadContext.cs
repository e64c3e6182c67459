namespace Winnow.Sources;

/// <summary>What a format may know of the input beside its bytes.</summary>
/// <param name="File">The name for <see cref="RecordPlace.File"/>.</param>
/// <param name="Clock">For formats whose records are dated by the moment of reading.</param>
public sealed record ReadContext(string File, TimeProvider Clock)
{
    /// <summary>When what is read was fetched, or last written: counts in it that carry no time of their own were seen then.</summary>
    public DateTimeOffset SeenAt { get; init; } = Clock.GetUtcNow();
}
