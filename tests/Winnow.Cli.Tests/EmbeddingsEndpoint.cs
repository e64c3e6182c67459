using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Winnow.Loopback;

namespace Winnow.Cli.Tests;

/// <summary>An embeddings endpoint on this machine: a text's vector counts its letters.</summary>
internal sealed class EmbeddingsEndpoint : IDisposable
{
    private readonly LoopbackServer _server;
    private volatile TaskCompletionSource _held = new();
    private int _texts;

    public EmbeddingsEndpoint()
    {
        _held.SetResult();
        _server = new LoopbackServer(AnswerAsync);
    }

    public string Address => $"{_server.Address}v1";

    public string? LastKey { get; private set; }

    /// <summary>Leaves what it is asked from now on without an answer.</summary>
    public void Hold() => _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Answers all that waits, and whatever comes.</summary>
    public void Release() => _held.TrySetResult();

    public int Texts => _texts;

    public void Dispose()
    {
        Release();
        _server.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        LastKey = context.Request.Headers.Authorization;
        var texts = (await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body)).GetProperty("input").EnumerateArray().Select(text => text.GetString()!).ToList();
        Interlocked.Add(ref _texts, texts.Count);
        await _held.Task.WaitAsync(context.RequestAborted);
        await LoopbackServer.AnswerAsync(context, 200, JsonSerializer.Serialize(new { data = texts.Select((text, i) => new { index = i, embedding = Vector(text) }) }));
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
