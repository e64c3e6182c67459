using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Winnow.Index.Vectors;

/// <summary>
/// Dot products of one 16-bit query with many 8-bit rows, exact in 32 bits. Every kernel returns the same integers as <see cref="Scalar"/>.
/// Rows and query have the same length, a multiple of <see cref="Int8Rows.Step"/>.
/// </summary>
internal static class DotProducts
{
    /// <summary>One result per row: <c>results[i] = Σ rows[i·query.Length + j] · query[j]</c>.</summary>
    internal delegate void Kernel(ReadOnlySpan<sbyte> rows, ReadOnlySpan<short> query, Span<int> results);

    /// <summary>The kernels that this processor runs, best first; <see cref="Scalar"/> is always the last.</summary>
    internal static IReadOnlyList<(string Name, Kernel Kernel)> Available { get; } = FindAvailable();

    /// <summary>The kernel to use.</summary>
    internal static Kernel Best { get; } = Available[0].Kernel;

    internal static void Scalar(ReadOnlySpan<sbyte> rows, ReadOnlySpan<short> query, Span<int> results)
    {
        for (var r = 0; r < results.Length; r++)
        {
            var row = rows.Slice(r * query.Length, query.Length);
            var sum = 0;
            for (var i = 0; i < row.Length; i++)
            {
                sum += row[i] * query[i];
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

    private static void Wide512(ReadOnlySpan<sbyte> rows, ReadOnlySpan<short> query, Span<int> results)
    {
        ref var row = ref MemoryMarshal.GetReference(rows);
        ref var q = ref MemoryMarshal.GetReference(query);
        for (var r = 0; r < results.Length; r++)
        {
            var sum = Vector512<int>.Zero;
            for (var i = 0; i < query.Length; i += Vector256<sbyte>.Count)
            {
                var wide = Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref row, (nuint)i));
                sum += Avx512BW.MultiplyAddAdjacent(wide, Vector512.LoadUnsafe(ref q, (nuint)i));
            }

            results[r] = Vector512.Sum(sum);
            row = ref Unsafe.Add(ref row, query.Length);
        }
    }

    private static void Wide256(ReadOnlySpan<sbyte> rows, ReadOnlySpan<short> query, Span<int> results)
    {
        ref var row = ref MemoryMarshal.GetReference(rows);
        ref var q = ref MemoryMarshal.GetReference(query);
        for (var r = 0; r < results.Length; r++)
        {
            var sum = Vector256<int>.Zero;
            for (var i = 0; i < query.Length; i += Vector128<sbyte>.Count)
            {
                var wide = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref row, (nuint)i));
                sum += Avx2.MultiplyAddAdjacent(wide, Vector256.LoadUnsafe(ref q, (nuint)i));
            }

            results[r] = Vector256.Sum(sum);
            row = ref Unsafe.Add(ref row, query.Length);
        }
    }

    private static void Portable(ReadOnlySpan<sbyte> rows, ReadOnlySpan<short> query, Span<int> results)
    {
        ref var row = ref MemoryMarshal.GetReference(rows);
        ref var q = ref MemoryMarshal.GetReference(query);
        for (var r = 0; r < results.Length; r++)
        {
            var sum = Vector128<int>.Zero;
            for (var i = 0; i < query.Length; i += Vector128<sbyte>.Count)
            {
                var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref row, (nuint)i));
                sum += Products(low, Vector128.LoadUnsafe(ref q, (nuint)i));
                sum += Products(high, Vector128.LoadUnsafe(ref q, (nuint)(i + Vector128<short>.Count)));
            }

            results[r] = Vector128.Sum(sum);
            row = ref Unsafe.Add(ref row, query.Length);
        }

        static Vector128<int> Products(Vector128<short> left, Vector128<short> right)
        {
            var (leftLow, leftHigh) = Vector128.Widen(left);
            var (rightLow, rightHigh) = Vector128.Widen(right);
            return (leftLow * rightLow) + (leftHigh * rightHigh);
        }
    }
}
