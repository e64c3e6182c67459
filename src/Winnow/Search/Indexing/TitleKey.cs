using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Winnow.Papers.Merging;

namespace Winnow.Search.Indexing;

/// <summary>Stands for a whole title in the index, the same for each spelling that <see cref="FoldedTitle"/> takes as one.</summary>
internal static class TitleKey
{
    /// <summary>
    /// 31 bits of SHA-256 over the folded title: a number, because those are found by one pass over a column of the index and need no dictionary. Two titles
    /// may share it, so <see cref="AreSame"/> has the last word. Null for a title without letters or digits.
    /// </summary>
    internal static int? Of(string title)
    {
        var folded = FoldedTitle.Of(title).Text;
        if (folded.Length == 0)
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(folded), hash);
        return BinaryPrimitives.ReadInt32LittleEndian(hash) & int.MaxValue;
    }

    internal static bool AreSame(string left, string right) => FoldedTitle.Of(left).Text == FoldedTitle.Of(right).Text;
}
