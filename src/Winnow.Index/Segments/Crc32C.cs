using System.Numerics;
using System.Runtime.InteropServices;

namespace Winnow.Index.Segments;

/// <summary>CRC-32C (Castagnoli, reflected, initial and final complement), as in RFC 3720.</summary>
internal static class Crc32C
{
    private const uint Polynomial = 0x82F63B78;

    internal static uint Compute(ReadOnlySpan<byte> bytes) => ~Append(uint.MaxValue, bytes);

    /// <summary>Continues a running value that began as <see cref="uint.MaxValue"/> and is complemented at the end.</summary>
    internal static uint Append(uint running, ReadOnlySpan<byte> bytes)
    {
        // BitOperations uses the processor's instruction where there is one.
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            running = BitOperations.Crc32C(running, word);
        }

        foreach (var b in bytes[(words.Length * sizeof(ulong))..])
        {
            running = BitOperations.Crc32C(running, b);
        }

        return running;
    }

    /// <summary>The twin of <see cref="Compute"/>, bit by bit.</summary>
    internal static uint ComputeScalar(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * Polynomial);
            }
        }

        return ~crc;
    }
}
