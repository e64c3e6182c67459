using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Winnow.Web.Readers;

/// <summary>Bounds what may be changed from one address. Reading is never limited.</summary>
internal static class AddressLimit
{
    private const string Reading = "reading";

    public static void Add(IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            {
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
            }

            return ValueTask.CompletedTask;
        };
        Add(options, VoteLimit.Policy, VoteLimit.AtOnce, VoteLimit.Refill);
        Add(options, CollectionLimit.Policy, CollectionLimit.AtOnce, CollectionLimit.Refill);
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

    private static void Add(RateLimiterOptions options, string policy, int atOnce, TimeSpan refill) => options.AddPolicy(policy, context =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter(Reading)
            : RateLimitPartition.GetTokenBucketLimiter(
                KeyOf(context.Connection.RemoteIpAddress),
                _ => new TokenBucketRateLimiterOptions { TokenLimit = atOnce, TokensPerPeriod = 1, ReplenishmentPeriod = refill, AutoReplenishment = true }));
}
