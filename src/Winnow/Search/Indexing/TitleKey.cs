using System.Security.Cryptography;
using System.Text;
using Winnow.Papers.Merging;

namespace Winnow.Search.Indexing;

/// <summary>Stands for a whole title in the index, the same for each spelling that <see cref="FoldedTitle"/> takes as one.</summary>
internal static class TitleKey
{
    /// <summary>64 bits of SHA-256 over the folded title, in hexadecimal: a fifth of the titles' own size. Null for a title without letters or digits.</summary>
    internal static string? Of(string title)
    {
        var folded = FoldedTitle.Of(title).Text;
        if (folded.Length == 0)
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(folded), hash);
        return Convert.ToHexStringLower(hash[..8]);
    }
}
