using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Winnow.Index.Vectors;

/// <summary>
/// Dot products of one 8-bit query with many rows of 4-bit codes, exact in 32 bits. Byte j of a row of n bytes holds the codes of components j (lower half)
/// and n + j (upper half), so that the query is read in order. Every kernel returns the same integers as <see cref="Scalar"/>.
/// </summary>
internal static class NibbleProducts
{
    /// <summary>Rows are a multiple of this many bytes: one step of the widest kernel, and a cache line.</summary>
    internal const int Step = 64;

    private const byte Low = 0x0F;

    /// <summary>A step adds at most 2 · 2 · 15 · 128 to a 16-bit lane, two products a register; so many steps stay below 2^15.</summary>
    private const int StepsIn16Bits = 4;

    /// <summary>One result per row: <c>results[i] = Σ code(i, j) · query[j]</c>.</summary>
    /// <param name="rows">Of query.Length / 2 bytes each.</param>
    /// <param name="query">From −127 to 127.</param>
    internal delegate void Kernel(ReadOnlySpan<byte> rows, ReadOnlySpan<sbyte> query, Span<int> results);

    /// <summary>The kernels that this processor runs, best first; <see cref="Scalar"/> is always the last.</summary>
    internal static IReadOnlyList<(string Name, Kernel Kernel)> Available { get; } = FindAvailable();

    /// <summary>The kernel to use.</summary>
    internal static Kernel Best { get; } = Available[0].Kernel;

    internal static void Scalar(ReadOnlySpan<byte> rows, ReadOnlySpan<sbyte> query, Span<int> results)
    {
        var length = query.Length / 2;
        for (var r = 0; r < results.Length; r++)
        {
            var row = rows.Slice(r * length, length);
            var sum = 0;
            for (var i = 0; i < length; i++)
            {
                sum += ((row[i] & Low) * query[i]) + ((row[i] >> 4) * query[length + i]);
            }

            results[r] = sum;
        }
    }

    private static List<(string, Kernel)> FindAvailable()
    {
        var kernels = new List<(string, Kernel)>();
        if (Avx512BW.IsSupported)
        {
            kernels.Add(("avx512bw", Wide512));
        }

        if (Avx2.IsSupported)
        {
            kernels.Add(("avx2", Wide256));
        }

        if (Vector128.IsHardwareAccelerated)
        {
            kernels.Add(("vector128", Portable));
        }

        kernels.Add(("scalar", Scalar));
        return kernels;
    }

    private static void Wide512(ReadOnlySpan<byte> rows, ReadOnlySpan<sbyte> query, Span<int> results)
    {
        ref var row = ref MemoryMarshal.GetReference(rows);
        ref var low = ref MemoryMarshal.GetReference(query);
        var length = query.Length / 2;
        ref var high = ref Unsafe.Add(ref low, length);
        var mask = Vector512.Create(Low);
        for (var r = 0; r < results.Length; r++)
        {
            var sum = Vector512<int>.Zero;
            for (var i = 0; i < length;)
            {
                var narrow = Vector512<short>.Zero;
                for (var end = Math.Min(length, i + (StepsIn16Bits * Vector512<byte>.Count)); i < end; i += Vector512<byte>.Count)
                {
                    var codes = Vector512.LoadUnsafe(ref row, (nuint)i);
                    narrow += Avx512BW.MultiplyAddAdjacent(codes & mask, Vector512.LoadUnsafe(ref low, (nuint)i))
                        + Avx512BW.MultiplyAddAdjacent((codes.AsUInt16() >>> 4).AsByte() & mask, Vector512.LoadUnsafe(ref high, (nuint)i));
                }

                sum += Avx512BW.MultiplyAddAdjacent(narrow, Vector512<short>.One);
            }

            results[r] = Vector512.Sum(sum);
            row = ref Unsafe.Add(ref row, length);
        }
    }

    private static void Wide256(ReadOnlySpan<byte> rows, ReadOnlySpan<sbyte> query, Span<int> results)
    {
        ref var row = ref MemoryMarshal.GetReference(rows);
        ref var low = ref MemoryMarshal.GetReference(query);
        var length = query.Length / 2;
        ref var high = ref Unsafe.Add(ref low, length);
        var mask = Vector256.Create(Low);
        for (var r = 0; r < results.Length; r++)
        {
            var sum = Vector256<int>.Zero;
            for (var i = 0; i < length;)
            {
                var narrow = Vector256<short>.Zero;
                for (var end = Math.Min(length, i + (StepsIn16Bits * Vector256<byte>.Count)); i < end; i += Vector256<byte>.Count)
                {
                    var codes = Vector256.LoadUnsafe(ref row, (nuint)i);
                    narrow += Avx2.MultiplyAddAdjacent(codes & mask, Vector256.LoadUnsafe(ref low, (nuint)i))
                        + Avx2.MultiplyAddAdjacent((codes.AsUInt16() >>> 4).AsByte() & mask, Vector256.LoadUnsafe(ref high, (nuint)i));
                }

                sum += Avx2.MultiplyAddAdjacent(narrow, Vector256<short>.One);
            }

            results[r] = Vector256.Sum(sum);
            row = ref Unsafe.Add(ref row, length);
        }
    }

    private static void Portable(ReadOnlySpan<byte> rows, ReadOnlySpan<sbyte> query, Span<int> results)
    {
        ref var row = ref MemoryMarshal.GetReference(rows);
        ref var low = ref MemoryMarshal.GetReference(query);
        var length = query.Length / 2;
        ref var high = ref Unsafe.Add(ref low, length);
        var mask = Vector128.Create(Low);
        for (var r = 0; r < results.Length; r++)
        {
            var sum = Vector128<int>.Zero;
            for (var i = 0; i < length; i += Vector128<byte>.Count)
            {
                var codes = Vector128.LoadUnsafe(ref row, (nuint)i);
                // Two products of each half at most: 4 · 15 · 127 fits 16 bits.
                var narrow = Products(codes & mask, Vector128.LoadUnsafe(ref low, (nuint)i))
                    + Products((codes.AsUInt16() >>> 4).AsByte() & mask, Vector128.LoadUnsafe(ref high, (nuint)i));
                var (first, second) = Vector128.Widen(narrow);
                sum += first + second;
            }

            results[r] = Vector128.Sum(sum);
            row = ref Unsafe.Add(ref row, length);
        }

        static Vector128<short> Products(Vector128<byte> codes, Vector128<sbyte> weights)
        {
            var (codesLow, codesHigh) = Vector128.Widen(codes);
            var (weightsLow, weightsHigh) = Vector128.Widen(weights);
            return (codesLow.AsInt16() * weightsLow) + (codesHigh.AsInt16() * weightsHigh);
        }
    }
}
