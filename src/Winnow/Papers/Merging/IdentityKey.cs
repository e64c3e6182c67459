using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Winnow.Papers.Merging;

/// <summary>
/// 64 bits that records of one work may share: the start of SHA-256 over a tagged text, so that libraries agree for ever. Among ten million keys the chance of
/// one false match is 3 in a million.
/// </summary>
public static class IdentityKey
{
    /// <summary>The key of an identifier; ids that issuers treat as equal whatever their case have one key.</summary>
    public static long Of(Identifier identifier)
    {
        var canonical = identifier.AclEquivalent ?? identifier;
        var value = canonical.Scheme is IdentifierScheme.OpenReview ? canonical.Value : canonical.Value.ToLowerInvariant();
        return Hash($"i{(int)canonical.Scheme}\n{value}");
    }

    /// <summary>The key of a folded name (<see cref="AuthorName.Key"/>).</summary>
    public static long OfName(string nameKey) => Hash($"n\n{nameKey}");

    internal static long OfTitle(string foldedTitle) => Hash($"t\n{foldedTitle}");

    internal static long OfTitleAndAuthor(string foldedTitle, string signature) => Hash($"a\n{foldedTitle}\n{signature}");

    /// <summary>
    /// FNV-1a over UTF-16. Authors are only compared among records of one title, where 32 bits are plenty, and a record has ten of them: SHA-256 would be a
    /// tenth of the work of storing it.
    /// </summary>
    internal static int OfAuthor(string signature)
    {
        var hash = 2166136261u;
        foreach (var c in signature)
        {
            hash = unchecked((hash ^ c) * 16777619u);
        }

        return (int)hash;
    }

    private static long Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = length <= 1024 ? stackalloc byte[length] : new byte[length];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)], hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
