using System.Security.Cryptography;
using System.Text;

namespace Winnow.Sources.Fields;

/// <summary>A key for a record that its source gave no id: the same work in another version of the file keeps it.</summary>
internal static class ContentKey
{
    private const int Length = 20;

    /// <summary>A hash of what identifies the work: its title, and what else the caller names.</summary>
    internal static string Of(params ReadOnlySpan<string?> parts)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts).ToLowerInvariant()), hash);
        return Convert.ToHexStringLower(hash)[..Length];
    }
}
