using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Winnow.Embeddings.Tests.Models.Downloads;

/// <summary>Serves files of memory with ranges and tags, and breaks off where a test says.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public FileServer()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        }

        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public Uri Address { get; }

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

    public void Dispose()
    {
        _listener.Close();
        _serving.GetAwaiter().GetResult();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            try
            {
                await AnswerAsync(context);
            }
            catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException)
            {
                // Broken off, by either side.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath.TrimStart('/');
        var range = context.Request.Headers["Range"];
        Requests.Enqueue((path, range));
        var response = context.Response;
        if (Announced is not null) response.AddHeader("X-Linked-ETag", $"\"{Announced}\"");
        if (Redirects.TryGetValue(path, out var other))
        {
            response.Redirect(other);
            response.Close();
            return;
        }

        if (!Files.TryGetValue(path, out var file))
        {
            response.StatusCode = 404;
            response.Close();
            return;
        }

        var start = 0;
        if (Tags.TryGetValue(path, out var tag)) response.AddHeader("ETag", tag);
        if (range is not null && context.Request.Headers["If-Range"] == tag)
        {
            start = int.Parse(range.Split('=', '-')[1], CultureInfo.InvariantCulture);
            response.StatusCode = 206;
            response.AddHeader("Content-Range", $"bytes {start}-{file.Length - 1}/{file.Length}");
        }

        response.ContentLength64 = file.Length - start;
        var most = BreakAfter.TryDequeue(out var bytes) ? Math.Min(bytes, file.Length - start) : file.Length - start;
        await response.OutputStream.WriteAsync(file.AsMemory(start, most));
        await response.OutputStream.FlushAsync();
        if (most < file.Length - start) response.Abort();
        else response.Close();
    }
}
