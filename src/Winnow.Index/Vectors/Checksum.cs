using System.Numerics;
using System.Runtime.InteropServices;

namespace Winnow.Index.Vectors;

/// <summary>CRC-32C (Castagnoli), as in iSCSI (RFC 3720, appendix B.4).</summary>
internal static class Checksum
{
    internal const uint Initial = uint.MaxValue;

    internal static uint Of(ReadOnlySpan<byte> bytes) => Finish(Append(Initial, bytes));

    internal static uint Append(uint state, ReadOnlySpan<byte> bytes)
    {
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            state = BitOperations.Crc32C(state, word);
        }

        foreach (var b in bytes[(bytes.Length & ~7)..])
        {
            state = BitOperations.Crc32C(state, b);
        }

        return state;
    }

    internal static uint Finish(uint state) => ~state;
}
