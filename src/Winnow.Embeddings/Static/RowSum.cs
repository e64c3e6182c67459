using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Winnow.Embeddings.Static;

/// <summary>The kernel of the static model: adds an int8 row, times a factor, to a sum of floats.</summary>
internal static class RowSum
{
    /// <summary>sum[i] += row[i] × factor; both have the same length. The widest vectors that the processor has.</summary>
    public static void Add(Span<float> sum, ReadOnlySpan<sbyte> row, float factor)
    {
        if (sum.Length != row.Length) throw new ArgumentException($"{row.Length} values into a sum of {sum.Length}.", nameof(row));
        var done = Vector512.IsHardwareAccelerated ? Add512(sum, row, factor) : Vector256.IsHardwareAccelerated ? Add256(sum, row, factor) : 0;
        AddScalar(sum[done..], row[done..], factor);
    }

    /// <summary>The same, one by one: the reference of the tests, the remainder of the others, and what runs without vectors.</summary>
    public static void AddScalar(Span<float> sum, ReadOnlySpan<sbyte> row, float factor)
    {
        for (var i = 0; i < sum.Length; i++) sum[i] = MathF.FusedMultiplyAdd(row[i], factor, sum[i]);
    }

    private static int Add512(Span<float> sum, ReadOnlySpan<sbyte> row, float factor)
    {
        ref var sums = ref MemoryMarshal.GetReference(sum);
        ref var values = ref MemoryMarshal.GetReference(row);
        var factors = Vector512.Create(factor);
        var i = 0;
        for (; i <= sum.Length - 16; i += 16)
        {
            var (low, high) = Vector256.Widen(Vector256.WidenLower(Vector128.LoadUnsafe(ref values, (nuint)i).ToVector256Unsafe()));
            var widened = Vector512.ConvertToSingle(Vector512.Create(low, high));
            Vector512.FusedMultiplyAdd(widened, factors, Vector512.LoadUnsafe(ref sums, (nuint)i)).StoreUnsafe(ref sums, (nuint)i);
        }

        return i;
    }

    private static int Add256(Span<float> sum, ReadOnlySpan<sbyte> row, float factor)
    {
        ref var sums = ref MemoryMarshal.GetReference(sum);
        ref var values = ref MemoryMarshal.GetReference(row);
        var factors = Vector256.Create(factor);
        var i = 0;
        for (; i <= sum.Length - 16; i += 16)
        {
            var (low, high) = Vector256.Widen(Vector256.WidenLower(Vector128.LoadUnsafe(ref values, (nuint)i).ToVector256Unsafe()));
            Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(low), factors, Vector256.LoadUnsafe(ref sums, (nuint)i)).StoreUnsafe(ref sums, (nuint)i);
            Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(high), factors, Vector256.LoadUnsafe(ref sums, (nuint)i + 8)).StoreUnsafe(ref sums, (nuint)i + 8);
        }

        return i;
    }
}
