namespace Winnow.Search.Meaning;

/// <summary>A model gave no vectors: its endpoint is gone, its budget spent, its memory too small. Another try later may succeed, like after any <see cref="IOException"/>.</summary>
public sealed class ModelFailedException(string message, Exception? inner = null) : IOException(message, inner);
