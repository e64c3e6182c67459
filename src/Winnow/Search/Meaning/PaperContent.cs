using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Winnow.Papers;

namespace Winnow.Search.Meaning;

/// <summary>What of a paper is embedded, and a number that tells whether it has changed since.</summary>
internal static class PaperContent
{
    internal static string Text(Paper paper) => paper.Abstract is { Length: > 0 } text ? $"{paper.Title}\n{text}" : paper.Title;

    /// <summary>The first 32 bits of SHA-256 over the text in UTF-8.</summary>
    internal static uint Number(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt32LittleEndian(hash);
    }
}
