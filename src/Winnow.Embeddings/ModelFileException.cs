namespace Winnow.Embeddings;

/// <summary>A model's file cannot be used. The message names the file and what was expected of it.</summary>
public sealed class ModelFileException(string message, Exception? inner = null) : Exception(message, inner);
