using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Winnow.Cli.Tests;

/// <summary>An embeddings endpoint on this machine: a text's vector counts its letters.</summary>
internal sealed class EmbeddingsEndpoint : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public EmbeddingsEndpoint()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/v1";
        }

        _listener.Prefixes.Add(Address[..^"v1".Length]);
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public string Address { get; }

    public string? LastKey { get; private set; }

    /// <summary>How long each answer takes.</summary>
    public TimeSpan Delay { get; set; }

    public int Texts { get; private set; }

    public void Dispose()
    {
        if (!_serving.IsCompleted)
        {
            _listener.Close();
            _serving.GetAwaiter().GetResult();
        }
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

            LastKey = context.Request.Headers["Authorization"];
            using var reader = new StreamReader(context.Request.InputStream);
            var texts = JsonSerializer.Deserialize<JsonElement>(await reader.ReadToEndAsync()).GetProperty("input").EnumerateArray().Select(text => text.GetString()!).ToList();
            Texts += texts.Count;
            await Task.Delay(Delay);
            var bytes = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { data = texts.Select((text, i) => new { index = i, embedding = Vector(text) }) }));
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(bytes);
            context.Response.Close();
        }
    }

    private static float[] Vector(string text)
    {
        var vector = new float[27];
        foreach (var letter in text.ToLowerInvariant())
        {
            vector[letter is >= 'a' and <= 'z' ? letter - 'a' : 26]++;
        }

        return vector;
    }
}
