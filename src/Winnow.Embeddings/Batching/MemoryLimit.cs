namespace Winnow.Embeddings.Batching;

/// <summary>Something that a command can have too much of.</summary>
/// <param name="Kind">What of a command counts against it.</param>
/// <param name="Bytes">How much there is for the command.</param>
/// <param name="Name">What it is, for people: "memory of the control group /batch".</param>
public sealed record MemoryLimit(MemoryKind Kind, long Bytes, string Name);
