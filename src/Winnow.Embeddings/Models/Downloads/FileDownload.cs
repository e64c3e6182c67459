using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace Winnow.Embeddings.Models.Downloads;

/// <summary>
/// Fetches files that may be large over connections that may break: what came is kept beside as <c>.part</c>, and the next try, of this process or a later one, goes on
/// behind it (RFC 9110, Range with If-Range) unless the file has changed at the server meanwhile.
/// </summary>
internal sealed class FileDownload : IDisposable
{
    private const int Tries = 6;
    private const int MostRedirects = 5;
    private const int BufferSize = 1 << 16;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly TimeProvider _clock;
    private readonly TimeSpan _silence;
    private readonly HttpClient _http;
    private readonly ResiliencePipeline _patient;
    private long _left;

    /// <param name="mostBytes">For all files of this download together.</param>
    /// <param name="silence">How long a server may send nothing.</param>
    /// <param name="firstPause">Before the second try; it doubles from there.</param>
    public FileDownload(long mostBytes, TimeProvider clock, TimeSpan silence, TimeSpan firstPause)
    {
        (_left, _clock, _silence) = (mostBytes, clock, silence);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = silence }) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("winnow");
        var chance = new Random(Environment.ProcessId);
        _patient = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Tries - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = firstPause,
                MaxDelay = LongestWait,
                Randomizer = chance.NextDouble,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is TransientDownloadException { RetryAfter: var pause } && !(pause > LongestWait)),
                DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as TransientDownloadException)?.RetryAfter),
            })
            .Build();
    }

    /// <returns>Null when the server has no such file.</returns>
    /// <exception cref="ModelFileException">It cannot be had, or is too large.</exception>
    public async Task<FetchedFile?> FetchAsync(Uri address, string path, string label, IProgress<DownloadProgress> progress, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var (found, announced) = File.Exists(path)
                ? (true, null)
                : await _patient.ExecuteAsync(async token => await TryAsync(address, path, label, progress, token).ConfigureAwait(false), cancel).ConfigureAwait(false);
            if (!found) return null;
            _left -= new FileInfo(path).Length;
            return new FetchedFile(path, await ModelFiles.DigestAsync(path, cancel).ConfigureAwait(false), announced);
        }
        catch (TransientDownloadException broken)
        {
            throw new ModelFileException($"{address} cannot be fetched: {broken.Message}. The same command goes on where it broke off.", broken);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<(bool Found, string? Announced)> TryAsync(Uri address, string path, string label, IProgress<DownloadProgress> progress, CancellationToken cancel)
    {
        var part = new PartialFile(path, address);
        using var silent = new CancellationTokenSource(_silence, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, silent.Token);
        try
        {
            var (response, announced) = await SendAsync(address, part, either.Token).ConfigureAwait(false);
            using (response)
            {
                if (response.StatusCode == HttpStatusCode.NotFound) return (false, null);
                if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
                {
                    part.Discard();
                    throw new TransientDownloadException("the file is shorter than what was fetched of it", null);
                }

                Require(response, address);
                await ReceiveAsync(response, part, label, progress, silent, either.Token).ConfigureAwait(false);
            }

            part.Complete();
            return (true, announced);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TransientDownloadException($"nothing came for {_silence.TotalSeconds:0} s", null);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException and not TransientDownloadException)
        {
            throw new TransientDownloadException(broken.InnerException?.Message ?? broken.Message, null, broken);
        }
    }

    /// <summary>Follows redirects itself: none from https to http, and the checksum may stand on the first of them.</summary>
    private async Task<(HttpResponseMessage Response, string? Announced)> SendAsync(Uri address, PartialFile part, CancellationToken cancel)
    {
        string? announced = null;
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (part.Validator is { } validator && part.Length > 0)
            {
                request.Headers.Range = new RangeHeaderValue(part.Length, null);
                request.Headers.IfRange = validator;
            }

            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            announced ??= response.Headers.TryGetValues("X-Linked-ETag", out var values) && values.First().Trim('"') is { Length: 64 } digest && digest.All(char.IsAsciiHexDigit) ? digest.ToLowerInvariant() : null;
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location) return (response, announced);
            response.Dispose();
            var next = new Uri(address, location);
            if (redirects == MostRedirects) throw new ModelFileException($"{address} sends from one address to the next without end.");
            if (next.Scheme != Uri.UriSchemeHttps && next.Scheme != address.Scheme) throw new ModelFileException($"{address} sends to {next}, which is not encrypted; nothing was fetched from there.");
            address = next;
        }
    }

    private void Require(HttpResponseMessage response, Uri address)
    {
        var status = (int)response.StatusCode;
        if (status is 200 or 206) return;
        if (status is 408 or 429 or >= 500)
        {
            var header = response.Headers.RetryAfter;
            throw new TransientDownloadException($"the server answers {status}", header?.Delta ?? (header?.Date is { } date ? date - _clock.GetUtcNow() : null));
        }

        throw new ModelFileException($"{address} cannot be fetched: the server answers {status}{(status is 401 or 403 ? ", so it is not open to everybody" : "")}.");
    }

    private async Task ReceiveAsync(
        HttpResponseMessage response, PartialFile part, string label, IProgress<DownloadProgress> progress, CancellationTokenSource silent, CancellationToken cancel)
    {
        var goesOn = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == part.Length;
        if (response.StatusCode == HttpStatusCode.PartialContent && !goesOn)
        {
            part.Discard();
            throw new TransientDownloadException("the server sends another part than it was asked for", null);
        }

        var total = goesOn ? response.Content.Headers.ContentRange?.Length : response.Content.Headers.ContentLength;
        if (total > _left) throw TooLarge(label);
        part.Begin(goesOn, response.Headers.ETag, response.Content.Headers.LastModified);
        var content = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            var file = part.Open();
            await using (file.ConfigureAwait(false))
            {
                var buffer = new byte[BufferSize];
                for (int read; (read = await content.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0;)
                {
                    silent.CancelAfter(_silence);
                    if (file.Length + read > _left) throw TooLarge(label);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancel).ConfigureAwait(false);
                    progress.Report(new DownloadProgress(label, file.Length, total));
                }

                if (total is { } all && file.Length != all) throw new TransientDownloadException("the connection broke off", null);
            }
        }
    }

    private static ModelFileException TooLarge(string label) => new($"{label} makes the model larger than --max-size allows; nothing was added.");
}
