using System.Runtime.Intrinsics;

namespace Winnow.Index.Vectors;

/// <summary>
/// Symmetric scalar quantisation: a row keeps <c>round(x · 127 / max|x|)</c> and the scale <c>max|x| / 127</c>. Rows are padded with zeros to whole
/// kernel steps, so that no kernel needs a remainder.
/// </summary>
internal static class Int8Rows
{
    /// <summary>Bytes that one step of the widest kernel takes.</summary>
    internal const int Step = 32;

    /// <summary>
    /// Largest magnitude of a query's component. With rows of at most 127 and 4,096 dimensions a dot product stays below 2^31
    /// (127 · 4,095 · 4,096 = 2.13e9), so that kernels may add in 32 bits.
    /// </summary>
    private const int QueryPeak = 4_095;

    internal static int Stride(int dimensions) => (dimensions + Step - 1) / Step * Step;

    /// <summary>Writes <paramref name="vector"/> as a row of <see cref="Stride"/> bytes and returns its scale; 0 for the zero vector.</summary>
    internal static float Quantize(ReadOnlySpan<float> vector, Span<sbyte> row)
    {
        row.Clear();
        var peak = Peak(vector);
        if (peak == 0)
        {
            return 0;
        }

        var factor = 127 / peak;
        for (var i = 0; i < vector.Length; i++)
        {
            row[i] = (sbyte)MathF.Round(vector[i] * factor);
        }

        return peak / 127;
    }

    internal static void Dequantize(ReadOnlySpan<sbyte> row, float scale, Span<float> vector)
    {
        var i = 0;
        for (; i + Vector128<sbyte>.Count <= vector.Length; i += Vector128<sbyte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(row[i..]));
            var (first, second) = Vector128.Widen(low);
            var (third, fourth) = Vector128.Widen(high);
            (Vector128.ConvertToSingle(first) * scale).CopyTo(vector[i..]);
            (Vector128.ConvertToSingle(second) * scale).CopyTo(vector[(i + 4)..]);
            (Vector128.ConvertToSingle(third) * scale).CopyTo(vector[(i + 8)..]);
            (Vector128.ConvertToSingle(fourth) * scale).CopyTo(vector[(i + 12)..]);
        }

        for (; i < vector.Length; i++)
        {
            vector[i] = row[i] * scale;
        }
    }

    /// <summary>Queries keep 12 bits and their sign: they are read once a search, so precision is free there.</summary>
    internal static float QuantizeQuery(ReadOnlySpan<float> vector, Span<short> query)
    {
        query.Clear();
        var peak = Peak(vector);
        if (peak == 0)
        {
            return 0;
        }

        var factor = QueryPeak / peak;
        for (var i = 0; i < vector.Length; i++)
        {
            query[i] = (short)MathF.Round(vector[i] * factor);
        }

        return peak / QueryPeak;
    }

    private static float Peak(ReadOnlySpan<float> vector)
    {
        var peak = 0f;
        foreach (var x in vector)
        {
            if (!float.IsFinite(x))
            {
                throw new ArgumentException($"A vector holds {x}; every component must be finite.", nameof(vector));
            }

            peak = MathF.Max(peak, MathF.Abs(x));
        }

        return peak;
    }
}
