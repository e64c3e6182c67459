using System.Security.Cryptography;
using System.Text;

namespace Winnow.Search.Indexing;

/// <summary>Stands for a whole title in the index, the same whatever its case, accents, spaces and punctuation.</summary>
internal static class TitleKey
{
    /// <summary>64 bits of SHA-256 over the folded title, in hexadecimal: a fifth of the titles' own size. Null for a title without letters or digits.</summary>
    internal static string? Of(string title)
    {
        var folded = string.Concat(title.Normalize(NormalizationForm.FormKD).Where(char.IsLetterOrDigit)).ToLowerInvariant();
        if (folded.Length == 0)
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(folded), hash);
        return Convert.ToHexStringLower(hash[..8]);
    }
}
