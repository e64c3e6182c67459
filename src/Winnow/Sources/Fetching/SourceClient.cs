using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;

namespace Winnow.Sources.Fetching;

/// <summary>
/// The one way in which Winnow asks publishers: one connection and one request at a time to each group of hosts over all processes, never before the moment
/// that the server named, with bounds on what it sends, and with its name. May be used by several threads.
/// </summary>
public sealed class SourceClient : IDisposable
{
    private const int MostRedirects = 5;

    /// <summary>A server that says "later" again and again is left to the schedule.</summary>
    private const int MostPostponements = 20;

    /// <summary>For a server that says "too many requests" and not for how long.</summary>
    private static readonly TimeSpan UnsaidRetryAfter = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    private readonly FetchOptions _options;
    private readonly TimeProvider _clock;
    private readonly Random _random;
    private readonly HostTurns _turns;
    private readonly HttpMessageInvoker _publishers;
    private readonly HttpMessageInvoker _internet;

    /// <param name="options">Bounds and manners.</param>
    /// <param name="clock">Measures gaps, delays and bounds.</param>
    /// <param name="seed">Of the jitter in delays; another one in each process.</param>
    public SourceClient(FetchOptions options, TimeProvider clock, int seed)
    {
        _options = options;
        _clock = clock;
        _random = new Random(seed);
        _turns = new HostTurns(options.TurnsFolder, new HostRules(options.Gap), clock);
        _publishers = new HttpMessageInvoker(Handler());
        var guarded = Handler();
        // A proxy would resolve names itself, behind the guard's back.
        guarded.UseProxy = false;
        guarded.ConnectCallback = new AddressGuard(options.Resolve, options.Open).ConnectAsync;
        _internet = new HttpMessageInvoker(guarded);
    }

    /// <summary>Fetches a page, waiting for its turn, following redirects, and trying again what may pass.</summary>
    /// <exception cref="SourceException">The server asked for patience, failed again and again, or answered with what must not be read.</exception>
    public async Task<FetchedPage> FetchAsync(FetchRequest request, CancellationToken cancel)
    {
        var (failures, postponements) = (0, 0);
        while (true)
        {
            try
            {
                return await FollowAsync(request, cancel).ConfigureAwait(false);
            }
            catch (SourceException later) when (later.RetryAt is { } at && at - _clock.GetUtcNow() <= _options.Patience && ++postponements < MostPostponements)
            {
                // The turn knows the moment: taking it waits.
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or TimeoutException)
            {
                if (failure is HttpRequestException { InnerException: SourceException refused })
                    throw refused;

                if (++failures >= _options.Tries)
                    throw new SourceException($"{request.Address.GetLeftPart(UriPartial.Path)} could not be read: {Sentence(failure)}.", failure);

                await Task.Delay(Backoff.Delay(failures, _options.FirstDelay, LongestDelay, Random()), _clock, cancel).ConfigureAwait(false);
            }
        }
    }

    public void Dispose()
    {
        _publishers.Dispose();
        _internet.Dispose();
    }

    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        MaxConnectionsPerServer = 1,
        ConnectTimeout = TimeSpan.FromSeconds(30),
    };

    private async Task<FetchedPage> FollowAsync(FetchRequest request, CancellationToken cancel)
    {
        var (address, typed, headers) = (request.Address, request.IsTyped, request.Headers);
        for (var redirects = 0; ; redirects++)
        {
            Check(address);
            var step = await SendAsync(request with { Address = address, IsTyped = typed, Headers = headers }, cancel).ConfigureAwait(false);
            if (step.Page is { } page)
                return page;

            if (redirects == MostRedirects || step.Redirect is null)
                throw new SourceException($"{request.Address.GetLeftPart(UriPartial.Path)} redirects {(step.Redirect is null ? "to nowhere" : $"more than {MostRedirects} times")}.");

            if (!SameHost(address, step.Redirect))
            {
                // A publisher may move within its own hosts; anywhere else it leads us like somebody who typed an address. Keys stay behind.
                typed |= HostRules.GroupOf(address) != HostRules.GroupOf(step.Redirect);
                headers = new Dictionary<string, string>();
            }

            address = step.Redirect;
        }
    }

    private static bool SameHost(Uri one, Uri other) => one.Authority == other.Authority && (one.Scheme == other.Scheme || other.Scheme == Uri.UriSchemeHttps);

    private static void Check(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
            throw new SourceException($"\"{address.OriginalString}\" is no address that starts with http:// or https://.") { NeedsPerson = true };

        if (address.UserInfo.Length > 0)
            throw new SourceException("An address must not hold a user name or a password.") { NeedsPerson = true };
    }

    private async Task<(FetchedPage? Page, Uri? Redirect)> SendAsync(FetchRequest request, CancellationToken cancel)
    {
        using var turn = await _turns.TakeAsync(HostRules.GroupOf(request.Address), _options.Patience, cancel).ConfigureAwait(false);
        using var message = Message(request);
        DateTimeOffset? retryAt = null;
        turn.Sending();
        try
        {
            using var response = await HeadAsync(request, message, cancel).ConfigureAwait(false);
            retryAt = Postponement(response);
            turn.Answered(retryAt);
            if (retryAt is { } at)
                throw new SourceException($"{request.Address.Host} asked to be left alone until {at:yyyy-MM-dd HH:mm:ss} UTC.") { RetryAt = at };

            if ((int)response.StatusCode is >= 300 and < 400 and not 304)
                return (null, response.Headers.Location is { } location ? new Uri(request.Address, location) : null);

            if ((int)response.StatusCode >= 500)
                throw new HttpRequestException($"it answered with HTTP status {(int)response.StatusCode}");

            var body = await BodyReader.ReadAsync(response, _options, _clock, cancel).ConfigureAwait(false);
            return (new FetchedPage(request.Address, response.StatusCode, body, Validators(response)), null);
        }
        finally
        {
            turn.Answered(retryAt);
        }
    }

    private async Task<HttpResponseMessage> HeadAsync(FetchRequest request, HttpRequestMessage message, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(_options.AnswerTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        var http = request.IsTyped && !_options.PrivateNetworks ? _internet : _publishers;
        try
        {
            return await http.SendAsync(message, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"it did not answer within {_options.AnswerTimeout.TotalSeconds:0} s");
        }
    }

    private HttpRequestMessage Message(FetchRequest request)
    {
        var message = new HttpRequestMessage(request.Json is null ? HttpMethod.Get : HttpMethod.Post, request.Address);
        // One connection at a time over all processes: none is kept open while it is another's turn.
        message.Headers.ConnectionClose = true;
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("Winnow", Version));
        if (_options.Contact is { } contact)
            message.Headers.UserAgent.Add(new ProductInfoHeaderValue($"({contact})"));

        if (request.Known?.Tag is { } tag)
            message.Headers.TryAddWithoutValidation("If-None-Match", tag);

        if (request.Known?.Modified is { } modified)
            message.Headers.TryAddWithoutValidation("If-Modified-Since", modified);

        foreach (var (name, value) in request.Headers)
            message.Headers.TryAddWithoutValidation(name, value);

        message.Content = request.Json is { } json ? new StringContent(json, Encoding.UTF8, "application/json") : null;
        return message;
    }

    private static string Version { get; } =
        typeof(SourceClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private DateTimeOffset? Postponement(HttpResponseMessage response)
    {
        var now = _clock.GetUtcNow();
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => RetryAfter.Read(response.Headers, now) ?? now + UnsaidRetryAfter,
            HttpStatusCode.ServiceUnavailable => RetryAfter.Read(response.Headers, now),
            _ => null,
        };
    }

    private static PageValidators? Validators(HttpResponseMessage response)
    {
        var tag = response.Headers.TryGetValues("ETag", out var tags) ? tags.FirstOrDefault() : null;
        var modified = response.Content.Headers.TryGetValues("Last-Modified", out var dates) ? dates.FirstOrDefault() : null;
        return tag is null && modified is null ? null : new PageValidators(tag, modified);
    }

    private static string Sentence(Exception failure) => FrameworkMessage.Sentence(failure switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "its name is not known",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "it cannot be reached",
        HttpRequestException { InnerException: IOException inner } => inner.Message,
        _ => failure.Message,
    }).TrimEnd('.');

    private double Random()
    {
        lock (_random)
            return _random.NextDouble();
    }
}
