using System.Net;

namespace Winnow.Sources.Fetching;

/// <summary>A server's answer that is final: neither a redirect nor a call for patience.</summary>
/// <param name="Address">Where it came from, after redirects.</param>
/// <param name="Status">Below 500, and never 429.</param>
/// <param name="Body">All of it, decompressed.</param>
/// <param name="Validators">To ask later whether it has changed; null when the server gave none.</param>
public sealed record FetchedPage(Uri Address, HttpStatusCode Status, ReadOnlyMemory<byte> Body, PageValidators? Validators)
{
    /// <summary>The page is as it was when <see cref="FetchRequest.Known"/> was noted.</summary>
    public bool IsUnchanged => Status == HttpStatusCode.NotModified;

    /// <exception cref="SourceException">The server answered with an error; a source that knows what its errors mean looks at them before.</exception>
    public FetchedPage Required() => Status switch
    {
        HttpStatusCode.OK or HttpStatusCode.NotModified => this,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => throw Refusal("there is no such page"),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => throw Refusal("it does not let Winnow in"),
        _ => throw new SourceException($"{Address.GetLeftPart(UriPartial.Path)} answered with HTTP status {(int)Status}."),
    };

    private SourceException Refusal(string what) =>
        new($"{Address.GetLeftPart(UriPartial.Path)} answered with HTTP status {(int)Status}: {what}.") { NeedsPerson = true };
}
