using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Winnow.Loopback;

namespace Winnow.Embeddings.Tests.Models.Downloads;

/// <summary>Serves files of memory with ranges and tags, and breaks off where a test says.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly LoopbackServer _server;

    public FileServer() => _server = new LoopbackServer(AnswerAsync);

    public Uri Address => _server.Address;

    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>What each file's tag is; a file without one cannot be gone on with.</summary>
    public ConcurrentDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, string> Redirects { get; } = new(StringComparer.Ordinal);

    /// <summary>A checksum that the server announces, as Hugging Face's does.</summary>
    public string? Announced { get; set; }

    /// <summary>Answers that break off after so many bytes, one after the other.</summary>
    public ConcurrentQueue<int> BreakAfter { get; } = new();

    /// <summary>All requests: path and range.</summary>
    public ConcurrentQueue<(string Path, string? Range)> Requests { get; } = new();

    public void Dispose() => _server.Dispose();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.TrimStart('/');
        string? range = context.Request.Headers.Range;
        Requests.Enqueue((path, range));
        var response = context.Response;
        if (Announced is not null) response.Headers["X-Linked-ETag"] = $"\"{Announced}\"";
        if (Redirects.TryGetValue(path, out var other))
        {
            response.Redirect(other);
            return;
        }

        if (!Files.TryGetValue(path, out var file))
        {
            response.StatusCode = 404;
            return;
        }

        var start = 0;
        if (Tags.TryGetValue(path, out var tag)) response.Headers.ETag = tag;
        if (range is not null && context.Request.Headers.IfRange == tag)
        {
            start = int.Parse(range.Split('=', '-')[1], CultureInfo.InvariantCulture);
            response.StatusCode = 206;
            response.Headers.ContentRange = $"bytes {start}-{file.Length - 1}/{file.Length}";
        }

        response.ContentLength = file.Length - start;
        var most = BreakAfter.TryDequeue(out var bytes) ? Math.Min(bytes, file.Length - start) : file.Length - start;
        await response.Body.WriteAsync(file.AsMemory(start, most));
        await response.Body.FlushAsync();
        if (most < file.Length - start) context.Abort();
    }
}
