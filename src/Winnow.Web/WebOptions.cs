using System.Net;
using Microsoft.AspNetCore.Http;

namespace Winnow.Web;

/// <summary>What the web host needs to know besides its services.</summary>
public sealed record WebOptions
{
    /// <summary>Addresses to listen on, such as <c>http://127.0.0.1:5170</c>; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5170"];

    /// <summary>Host names that requests may carry, such as <c>papers.example.org</c>, besides <c>localhost</c> and the loopback addresses; empty: any, unless only loopback is listened on.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Whether visitors may add papers in the browser and say what is followed; null: only when nobody but this machine can reach the site.</summary>
    public bool? AllowUploads { get; init; }

    /// <summary>Whether visitors may make and change collections; null: only when nobody but this machine can reach the site.</summary>
    public bool? AllowCollections { get; init; }

    /// <summary>Whether this server reads live sources by itself when they are due.</summary>
    public bool Syncs { get; init; } = true;

    /// <summary>Reverse proxies besides those on this machine that are believed when they say where a request comes from.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    internal bool MayChange => AllowUploads ?? IsPrivate;

    internal bool MayCollect => AllowCollections ?? IsPrivate;

    /// <summary>Whether only this machine can reach the site.</summary>
    internal bool IsLocal => Urls.All(IsLoopback);

    /// <summary>Behind a proxy the site listens on loopback and is public all the same: then it has a name that others ask for.</summary>
    private bool IsPrivate => IsLocal && AllowedHosts.Count == 0;

    private static bool IsLoopback(string url)
    {
        var host = BindingAddress.Parse(url).Host;
        return host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }
}
