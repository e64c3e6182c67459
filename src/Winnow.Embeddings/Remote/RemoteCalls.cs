using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace Winnow.Embeddings.Remote;

/// <summary>
/// Asks an endpoint, politely: a bounded number of tries, each later than the one before by chance and doubling, and none before the server's Retry-After is over.
/// </summary>
internal sealed class RemoteCalls : IDisposable
{
    private const int Tries = 5;
    private const int LargestAnswer = 128 << 20;

    /// <summary>Longer than this nobody sits and waits: the request fails, and the ledger keeps everybody else from asking until then.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly RemoteManifest _manifest;
    private readonly string _folder;
    private readonly RemoteLedger _ledger;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;
    private readonly ResiliencePipeline<RemoteAnswer> _patient;
    private readonly Uri _address;

    public RemoteCalls(RemoteManifest manifest, string folder, TimeProvider clock, TimeSpan firstPause)
    {
        (_manifest, _folder, _clock) = (manifest, folder, clock);
        _ledger = new RemoteLedger(manifest, folder, clock);
        _address = new Uri(manifest.Endpoint.AbsoluteUri.TrimEnd('/') + "/embeddings");
        // A redirect is not followed: it would carry the key to whoever it names.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseCookies = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        var chance = new Random(Environment.ProcessId);
        _patient = new ResiliencePipelineBuilder<RemoteAnswer> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<RemoteAnswer>
            {
                MaxRetryAttempts = Tries - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = firstPause,
                MaxDelay = LongestWait,
                Randomizer = chance.NextDouble,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is { MayChange: true } answer && !(answer.RetryAfter > LongestWait)),
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter is { } pause ? pause > firstPause ? pause : firstPause : (TimeSpan?)null),
            })
            .Build();
    }

    public RemoteLedger Ledger => _ledger;

    /// <summary>The vectors of texts that fit one request.</summary>
    /// <param name="question">Somebody waits for it: one try, in little time.</param>
    /// <returns>Null vectors when the server finds it too much; and whether it answered at the first try.</returns>
    /// <exception cref="RemoteModelException">There is no answer to be had, or it is wrong.</exception>
    public async Task<(float[][]? Vectors, bool AtOnce, string Complaint)> AskAsync(IReadOnlyList<string> texts, bool question, TimeSpan timeout, CancellationToken cancel)
    {
        var key = RemoteKey.Read(_manifest, _folder);
        var body = EmbeddingsWire.Question(_manifest, texts);
        var reserved = await _ledger.ReserveAsync(texts, question, cancel).ConfigureAwait(false);
        var tries = 0;
        var answer = question
            ? await SendAsync(body, key, timeout, cancel).ConfigureAwait(false)
            : await _patient.ExecuteAsync(async token =>
            {
                tries++;
                return await SendAsync(body, key, timeout, token).ConfigureAwait(false);
            }, cancel).ConfigureAwait(false);
        if (answer.TooMuch)
        {
            await _ledger.SettleAsync(reserved, 1, cancel).ConfigureAwait(false);
            return (null, tries <= 1, EmbeddingsWire.Complaint(answer.Body));
        }

        if (!answer.Succeeded || answer.Failure is not null) throw Refused(answer);
        try
        {
            var vectors = EmbeddingsWire.Vectors(answer.Body, texts.Count, _manifest.Dimensions, out var tokens);
            await _ledger.SettleAsync(reserved, tokens, cancel).ConfigureAwait(false);
            return (vectors, tries <= 1, "");
        }
        catch (FormatException wrong)
        {
            throw new RemoteModelException($"{_address} {wrong.Message} (model {_manifest.Model}). Nothing of it was kept.", wrong);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<RemoteAnswer> SendAsync(byte[] body, string? key, TimeSpan timeout, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token).ConfigureAwait(false);
            var content = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            var answer = new RemoteAnswer(response.StatusCode, content, Pause(response.Headers.RetryAfter), null);
            // A proxy whose server dies behind it may send no more than the head.
            if (answer is { Succeeded: true, Body.Length: 0 }) return answer with { Failure = new IOException("the answer is empty") };
            if (answer is { MayChange: true, RetryAfter: { } pause }) await _ledger.LeaveAloneAsync(_clock.GetUtcNow() + pause, cancel).ConfigureAwait(false);
            return answer;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new RemoteAnswer(0, default, null, new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"no answer within {timeout.TotalSeconds:0.#} s")));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException and not RemoteModelException)
        {
            return new RemoteAnswer(0, default, null, broken);
        }
    }

    private TimeSpan? Pause(RetryConditionHeaderValue? header)
    {
        var pause = header?.Delta ?? (header?.Date is { } date ? date - _clock.GetUtcNow() : null);
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }

    private RemoteModelException Refused(RemoteAnswer answer)
    {
        if (answer.Failure is { } failure)
            return new RemoteModelException($"{_address} does not answer: {failure.InnerException?.Message ?? failure.Message}. Is the server of the model {_manifest.Name} running?", failure);
        var said = EmbeddingsWire.Complaint(answer.Body) is { Length: > 0 } complaint ? $" It says: {complaint}" : "";
        var status = (int)answer.Status;
        return new RemoteModelException(answer.Status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                $"{_address} refuses the key ({status}); it is read from {_manifest.KeyVariable ?? _manifest.KeyFile ?? "nowhere: name a \"keyFile\" or \"keyVariable\" in winnow-model.json"}.{said}",
            HttpStatusCode.NotFound => $"{_address} answers 404: there is no such address, or no model {_manifest.Model}.{said}",
            HttpStatusCode.TooManyRequests => $"{_address} has had too many requests (429).{said}",
            >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => $"{_address} sends elsewhere ({status}), which is not followed, because the key would go along: write the final address as \"endpoint\".",
            _ => $"{_address} answers {status}.{said}",
        });
    }
}
