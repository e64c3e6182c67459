namespace Winnow.Trends.Topics.Files;

/// <param name="File">Where a bucket lies.</param>
/// <param name="Width">Counters a row of its sketch, so that one need not read it to see whether it is to be folded.</param>
internal sealed record BucketEntry(string File, int Width);
