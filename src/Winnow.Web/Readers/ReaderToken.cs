using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Winnow.Web.Readers;

/// <summary>
/// Proves that a vote, or a change of a collection, comes from a page of ours: the reader's pseudonym, or that there is none yet, sealed for a day. The framework's antiforgery tokens would set
/// a cookie on everybody who looks at a page with a vote button, and reading sets none here. (<c>SameOrigin</c> refuses other sites' requests besides.)
/// </summary>
/// <param name="protection">Seals with a key that lives as long as the process.</param>
internal sealed class ReaderToken(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Winnow.Readers").ToTimeLimitedDataProtector();

    public string Issue(HttpRequest request) => _protector.Protect(Subject(request), Lifetime);

    public bool IsValid(HttpRequest request, string? token)
    {
        try
        {
            return !string.IsNullOrEmpty(token) && _protector.Unprotect(token) == Subject(request);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string Subject(HttpRequest request) => $"reader\n{ReaderCookie.Pseudonym(request)}";
}
