namespace Winnow.Embeddings.Models.Downloads;

/// <summary>A download broke off, and another try may help.</summary>
/// <param name="message">Why, as the end of a sentence.</param>
/// <param name="retryAfter">How long the server wants to be left alone.</param>
internal sealed class TransientDownloadException(string message, TimeSpan? retryAfter, Exception? inner = null) : IOException(message, inner)
{
    public TimeSpan? RetryAfter { get; } = retryAfter > TimeSpan.Zero ? retryAfter : null;
}
