using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Winnow.Web.Readers;

/// <summary>
/// How many votes may come from one address: nobody reads faster, and who makes up readers by the thousand has few addresses. Taking votes back counts too.
/// </summary>
internal static class VoteLimit
{
    public const string Policy = "votes";

    /// <summary>At once; as many seconds of <see cref="Refill"/> later one more. Both stand in <c>docs/configuration.md</c>.</summary>
    public const int AtOnce = 60;

    /// <summary>One more vote each: 120 in an hour.</summary>
    public static readonly TimeSpan Refill = TimeSpan.FromSeconds(30);

    public static void Add(IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = Refill.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(Policy, context => RateLimitPartition.GetTokenBucketLimiter(
            KeyOf(context.Connection.RemoteIpAddress),
            _ => new TokenBucketRateLimiterOptions { TokenLimit = AtOnce, TokensPerPeriod = 1, ReplenishmentPeriod = Refill, AutoReplenishment = true }));
    });

    /// <summary>An IPv4 address, or the /64 of an IPv6 one, which is what one household or host is given.</summary>
    internal static string KeyOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8)) : plain.ToString();
    }
}
