using System.Net;

namespace Winnow.Embeddings.Remote;

/// <summary>What came back of one request, read whole.</summary>
/// <param name="Status">Zero when nothing came back.</param>
/// <param name="Body">Empty when nothing came back.</param>
/// <param name="RetryAfter">How long the server wants to be left alone, by its header.</param>
/// <param name="Failure">Why nothing came back.</param>
internal sealed record RemoteAnswer(HttpStatusCode Status, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter, Exception? Failure)
{
    public bool Succeeded => (int)Status is >= 200 and < 300;

    /// <summary>Whether the same question may be answered later: a full queue, a server that starts, a connection that was cut.</summary>
    public bool MayChange => Failure is not null || Status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    /// <summary>Whether fewer or shorter texts may be accepted: servers say it by any of these.</summary>
    public bool TooMuch => Status is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity;
}
