namespace Winnow.Embeddings.Batching;

/// <summary>A command cannot be used to find a batch; the message says why in one sentence.</summary>
/// <param name="message">The sentence.</param>
/// <param name="said">The end of what the command printed.</param>
/// <param name="inner">What was thrown.</param>
public sealed class BatchCommandException(string message, string said, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The end of what the command printed.</summary>
    public string Said { get; } = said;
}
