using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Winnow.Loopback;

namespace Winnow.Embeddings.Tests.Remote;

/// <summary>An embeddings endpoint on this machine that misbehaves on command: each request takes the next of <see cref="Script"/>, and behaves once it is empty.</summary>
internal sealed class FickleEndpoint : IDisposable
{
    public const int Dimensions = 8;

    private readonly LoopbackServer _server;

    public FickleEndpoint() => _server = new LoopbackServer(BehaveAsync);

    public Uri Address => new(_server.Address, "v1");

    public ConcurrentQueue<Func<HttpContext, IReadOnlyList<string>, Task>> Script { get; } = new();

    /// <summary>All requests in order: when each came, its texts, its key and its body.</summary>
    public ConcurrentQueue<(long At, IReadOnlyList<string> Texts, string? Key, JsonElement Body)> Requests { get; } = new();

    /// <summary>Texts a request that it takes.</summary>
    public int MostTexts { get; set; } = int.MaxValue;

    /// <summary>Letters of a text that it takes.</summary>
    public int MostLetters { get; set; } = int.MaxValue;

    /// <summary>Called with the number of texts before they are answered; such as to let a clock go on by what that takes.</summary>
    public Action<int> Working { get; set; } = _ => { };

    public FickleEndpoint Then(Func<HttpContext, IReadOnlyList<string>, Task> behaviour)
    {
        Script.Enqueue(behaviour);
        return this;
    }

    public FickleEndpoint ThenStatus(int status, string body = "", string? retryAfter = null) => Then((context, _) =>
    {
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return LoopbackServer.AnswerAsync(context, status, body);
    });

    public FickleEndpoint ThenBody(Func<IReadOnlyList<string>, string> body) => Then((context, texts) => LoopbackServer.AnswerAsync(context, 200, body(texts)));

    /// <summary>A vector that depends on the text alone.</summary>
    public static float[] VectorOf(string text)
    {
        var vector = new float[Dimensions];
        for (var i = 0; i < text.Length; i++) vector[(text[i] + i) % Dimensions] += 1 + (text[i] % 7);
        return vector;
    }

    public static string Answer(IEnumerable<(int Index, float[] Vector)> vectors, int tokens = 3) => JsonSerializer.Serialize(new
    {
        @object = "list",
        data = vectors.Select(vector => new { @object = "embedding", index = vector.Index, embedding = vector.Vector }),
        model = "m",
        usage = new { prompt_tokens = tokens, total_tokens = tokens },
    });

    public void Dispose() => _server.Dispose();

    private async Task BehaveAsync(HttpContext context)
    {
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
        string[] texts = [.. body.GetProperty("input").EnumerateArray().Select(text => text.GetString()!)];
        Requests.Enqueue((TimeProvider.System.GetTimestamp(), texts, (string?)context.Request.Headers.Authorization, body));
        Working(texts.Length);
        if (Script.TryDequeue(out var behaviour)) await behaviour(context, texts);
        else if (texts.Length > MostTexts) await LoopbackServer.AnswerAsync(context, 413, """{"error": {"message": "batch too large"}}""");
        else if (texts.Any(text => text.Length > MostLetters)) await LoopbackServer.AnswerAsync(context, 400, """{"error": {"message": "maximum context length exceeded"}}""");
        else await LoopbackServer.AnswerAsync(context, 200, Answer(texts.Select((text, i) => (i, VectorOf(text)))));
    }
}
