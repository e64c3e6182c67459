using System.IO.Compression;
using System.Text;

namespace Winnow.Replay;

/// <summary>What a server sends, and how badly.</summary>
public sealed record ReplayAnswer
{
    public int Status { get; init; } = 200;

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Before anything is sent.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Closes the connection after so many bytes of the body, which was promised whole.</summary>
    public int? CutAfter { get; init; }

    /// <summary>Repeats the body for ever.</summary>
    public bool Endless { get; init; }

    /// <summary>Sends the body byte by byte, with this pause after each.</summary>
    public TimeSpan? Trickle { get; init; }

    public static ReplayAnswer Text(string body, string type = "text/xml") =>
        new() { Body = Encoding.UTF8.GetBytes(body), Headers = new Dictionary<string, string> { ["Content-Type"] = type } };

    public static ReplayAnswer Failure(int status, string? retryAfter = null) => new()
    {
        Status = status,
        Headers = retryAfter is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Retry-After"] = retryAfter },
    };

    public static ReplayAnswer Redirect(string location, int status = 302) => new() { Status = status, Headers = new Dictionary<string, string> { ["Location"] = location } };

    /// <summary>The same with one header more, or another value of it.</summary>
    public ReplayAnswer With(string name, string value) => this with { Headers = new Dictionary<string, string>(Headers) { [name] = value } };

    /// <summary>The same, compressed.</summary>
    public ReplayAnswer Gzipped()
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest))
        {
            gzip.Write(Body.Span);
        }

        return With("Content-Encoding", "gzip") with { Body = output.ToArray() };
    }
}
