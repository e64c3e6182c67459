namespace Winnow.Index;

/// <summary>Another writer, in this process or another, has the index open.</summary>
public sealed class IndexLockedException(string folder, Exception inner)
    : IOException($"The search index in {folder} is being written by another process.", inner);
