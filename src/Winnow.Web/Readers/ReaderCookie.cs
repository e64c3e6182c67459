using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Winnow.Trends.Signals;

namespace Winnow.Web.Readers;

/// <summary>
/// A reader's pseudonym: 128 random bits that tell one browser from another and say nothing else. It is set by the first vote and never by reading, so who only
/// reads is not counted at all.
/// </summary>
internal static class ReaderCookie
{
    public const string Name = "winnow-reader";

    /// <summary>Browsers keep none longer.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    private const int Bytes = 16;

    /// <summary>The pseudonym that the browser sent, if it is one of ours.</summary>
    public static string? Pseudonym(HttpRequest request) =>
        request.Cookies.TryGetValue(Name, out var value) && value.Length < 64 && Base64Url.IsValid(value, out var length) && length == Bytes ? value : null;

    public static ReaderKey? Read(HttpRequest request) => Pseudonym(request) is { } pseudonym ? ReaderKey.Of(pseudonym) : null;

    /// <summary>The reader; one without a pseudonym is given one.</summary>
    public static ReaderKey ReadOrIssue(HttpContext context)
    {
        if (Read(context.Request) is { } known)
        {
            return known;
        }

        var pseudonym = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        context.Response.Cookies.Append(Name, pseudonym, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Lifetime,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
        return ReaderKey.Of(pseudonym);
    }
}
