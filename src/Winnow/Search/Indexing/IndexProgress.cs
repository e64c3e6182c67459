namespace Winnow.Search.Indexing;

/// <summary>How far the index has followed the library.</summary>
/// <param name="Papers">Papers that this run has read.</param>
/// <param name="Position">The library position that it has reached.</param>
/// <param name="Target">The library's position when the run began; it may grow meanwhile.</param>
/// <param name="Note">One sentence when something happened that a person should know, such as a damaged index being built again.</param>
public sealed record IndexProgress(long Papers, long Position, long Target, string? Note = null);
