namespace Winnow.Embeddings.Batching;

/// <summary>Who says how many texts go through a model at once.</summary>
/// <param name="Fixed">A person; null: it is found.</param>
/// <param name="Memory">Where what was found is kept; null: it is found anew by every process.</param>
public sealed record BatchChoice(int? Fixed = null, BatchMemory? Memory = null)
{
    /// <summary>Found, and kept nowhere.</summary>
    public static BatchChoice Auto { get; } = new();
}
