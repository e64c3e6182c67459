using System.Net;
using System.Net.Sockets;

namespace Winnow.Sources.Fetching;

/// <summary>
/// Which addresses a URL that somebody typed may lead to: those of the public internet, and none of this machine, its network or its cloud. Asked of the
/// address that is about to be connected to, so that no spelling of it and no second answer of a name server gets past: what was looked at is what is connected to.
/// </summary>
/// <param name="resolve">Asks a name server for the addresses of a host.</param>
/// <param name="connect">Opens a connection to one of some addresses.</param>
internal sealed class AddressGuard(
    Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPAddress[], int, CancellationToken, ValueTask<Stream>> connect)
{
    /// <summary>IANA's special-purpose registries (RFC 6890 and updates): what is not globally reachable, and multicast.</summary>
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            // IPv4: this network, private, shared (carrier-grade NAT), loopback, link-local with the clouds' metadata, IETF, documentation, 6to4 relays,
            // benchmarking, multicast, reserved, broadcast.
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // A platform's metadata and health service that answers at a public address.
            "168.63.129.16/32",
            // Of IPv6's global unicast: IETF with Teredo and ORCHID, documentation, 6to4.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>All of IPv6 that is routed; loopback, unique local, link-local, multicast and every form that wraps IPv4 are outside.</summary>
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    internal static bool IsPublic(IPAddress address)
    {
        // ::ffff:127.0.0.1 is 127.0.0.1, and so is 64:ff9b::7f00:1 behind a translator.
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
            : Nat64.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12))
            : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(plain)) && !NotPublic.Any(network => network.Contains(plain));
    }

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>: connects to the public addresses of a name alone.</summary>
    /// <exception cref="SourceException">It has none.</exception>
    internal async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var host = context.DnsEndPoint.Host;
        var allowed = (await resolve(host, cancel).ConfigureAwait(false)).Where(IsPublic).ToArray();
        return allowed.Length > 0
            ? await connect(allowed, context.DnsEndPoint.Port, cancel).ConfigureAwait(false)
            : throw new SourceException(
                $"{host} is inside your own network or machine, where Winnow does not go for an address that somebody typed; the setting privateNetworks allows it.")
            {
                NeedsPerson = true,
            };
    }

    /// <summary>Opens a connection to the first of the addresses that takes one.</summary>
    internal static async ValueTask<Stream> OpenAsync(IPAddress[] addresses, int port, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
