using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Winnow.Index.Lexical;

/// <summary>
/// Blocks of 128 ascending document numbers. Each is stored as its distance to the number four places before it (the first four: to the block's base), in
/// four interleaved lanes of equal bit width, so that one 128-bit vector operation unpacks four and no transposition is needed.
/// </summary>
internal static unsafe class BlockPacking
{
    internal const int Length = 128;
    private const int Lanes = 4;
    private const int Rows = Length / Lanes;

    /// <summary>Bytes of a packed block.</summary>
    internal static int PackedSize(int bits) => Lanes * sizeof(uint) * bits;

    /// <summary>The bit width that all distances of a block fit in.</summary>
    internal static int Width(ReadOnlySpan<int> documents, int origin)
    {
        var all = 0u;
        for (var i = 0; i < documents.Length; i++)
        {
            all |= Distance(documents, i, origin);
        }

        return 32 - BitOperations.LeadingZeroCount(all);
    }

    /// <summary>Packs up to 128 numbers; places past the end get distance 0.</summary>
    internal static void Pack(ReadOnlySpan<int> documents, int origin, int bits, Span<uint> packed)
    {
        packed.Clear();
        for (var i = 0; i < documents.Length && bits > 0; i++)
        {
            var (row, lane) = (i / Lanes, i % Lanes);
            var (word, shift) = (row * bits / 32, row * bits % 32);
            var value = Distance(documents, i, origin);
            packed[(word * Lanes) + lane] |= value << shift;
            if (shift + bits > 32)
            {
                packed[((word + 1) * Lanes) + lane] |= value >> (32 - shift);
            }
        }
    }

    /// <summary>Unpacks 128 numbers.</summary>
    /// <param name="packed"><see cref="PackedSize"/> bytes.</param>
    /// <param name="bits">At most 31.</param>
    /// <param name="documents">128 long.</param>
    internal static void Unpack(ReadOnlySpan<byte> packed, int origin, int bits, Span<int> documents)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(packed.Length, PackedSize(bits));
        ArgumentOutOfRangeException.ThrowIfLessThan(documents.Length, Length);
        if (!Vector128.IsHardwareAccelerated)
        {
            UnpackScalar(packed, origin, bits, documents);
            return;
        }

        fixed (byte* from = packed)
        fixed (int* to = documents)
        {
            UnpackVector(from, origin, bits, to);
        }
    }

    internal static void UnpackScalar(ReadOnlySpan<byte> packed, int origin, int bits, Span<int> documents)
    {
        var words = MemoryMarshal.Cast<byte, uint>(packed);
        var mask = (1u << bits) - 1;
        for (var i = 0; i < Length; i++)
        {
            var (row, lane) = (i / Lanes, i % Lanes);
            var (word, shift) = (row * bits / 32, row * bits % 32);
            var value = bits == 0 ? 0 : words[(word * Lanes) + lane] >> shift;
            if (shift + bits > 32)
            {
                value |= words[((word + 1) * Lanes) + lane] << (32 - shift);
            }

            documents[i] = (int)(value & mask) + (i < Lanes ? origin : documents[i - Lanes]);
        }
    }

    private static void UnpackVector(byte* packed, int origin, int bits, int* documents)
    {
        var sum = Vector128.Create((uint)origin);
        if (bits == 0)
        {
            for (var row = 0; row < Rows; row++)
            {
                sum.AsInt32().Store(documents + (row * Lanes));
            }

            return;
        }

        var mask = Vector128.Create((1u << bits) - 1);
        var from = (uint*)packed;
        var word = Vector128.Load(from);
        var shift = 0;
        for (var row = 0; row < Rows; row++)
        {
            var value = Vector128.ShiftRightLogical(word, shift);
            shift += bits;
            if (shift >= 32)
            {
                shift -= 32;
                from += Lanes;
                // The last row ends exactly at the block's end, so there is no word to load after it.
                if (row < Rows - 1 || shift > 0)
                {
                    word = Vector128.Load(from);
                }

                if (shift > 0)
                {
                    value |= Vector128.ShiftLeft(word, bits - shift);
                }
            }

            sum += value & mask;
            sum.AsInt32().Store(documents + (row * Lanes));
        }
    }

    private static uint Distance(ReadOnlySpan<int> documents, int i, int origin) => (uint)(documents[i] - (i < Lanes ? origin : documents[i - Lanes]));
}
