using System.Net;

namespace Winnow.Sources.Fetching;

/// <summary>How <see cref="SourceClient"/> behaves; the defaults are what users get.</summary>
public sealed record FetchOptions
{
    /// <summary>Where lock files hold whose turn it is.</summary>
    public required string TurnsFolder { get; init; }

    /// <summary>An e-mail address or a page, so that a publisher can tell whose Winnow is a nuisance; null when nobody gave one.</summary>
    public string? Contact { get; init; }

    /// <summary>Whether typed addresses may lead into private networks.</summary>
    public bool PrivateNetworks { get; init; }

    /// <summary>The least time between two requests to one host; arXiv's own rule is longer and always holds.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A page of 2,500 raw arXiv records has about 6 MB.</summary>
    public int MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>How long a server may take to begin its answer; arXiv's list of a large set takes up to a minute.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a body may stand still.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a body may take altogether: a byte now and then is no body.</summary>
    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Tries of one request, the first included, while the server fails or cannot be reached.</summary>
    public int Tries { get; init; } = 4;

    /// <summary>The first delay between tries, see <see cref="Backoff"/>.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a server's Retry-After is waited for on the spot; beyond it the run ends and the schedule waits.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Who says which addresses a typed host has; a name server, save in tests.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Opens a connection to one of the addresses that a typed host may be asked at.</summary>
    internal Func<IPAddress[], int, CancellationToken, ValueTask<Stream>> Open { get; init; } = AddressGuard.OpenAsync;
}
