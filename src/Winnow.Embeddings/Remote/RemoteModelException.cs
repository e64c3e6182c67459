namespace Winnow.Embeddings.Remote;

/// <summary>
/// An endpoint did not give the vectors it was asked for. The message says which endpoint, why, and what to do. An <see cref="IOException"/>, since what follows a
/// library tries again after one.
/// </summary>
public sealed class RemoteModelException(string message, Exception? inner = null) : IOException(message, inner);
