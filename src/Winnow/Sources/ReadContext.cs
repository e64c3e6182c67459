namespace Winnow.Sources;

/// <summary>What a format may know of the input beside its bytes.</summary>
/// <param name="File">The name for <see cref="RecordPlace.File"/>.</param>
/// <param name="Clock">For formats whose records are dated by the moment of reading.</param>
public sealed record ReadContext(string File, TimeProvider Clock);
