using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Winnow.Embeddings.Fitting;

/// <summary>
/// C += A·B for matrices of floats with any strides, so that a transposed matrix needs no copy. Both sides are packed into panels
/// (Goto and van de Geijn 2008) that fit the second-level cache; the kernel keeps 4 × 24 sums in registers.
/// </summary>
internal static class MatrixProduct
{
    private const int PanelRows = 4;
    private const int PanelColumns = 24;
    private const int BlockDepth = 512;
    private const int BlockColumns = 240;

    public static void Add(MatrixView a, MatrixView b, float[] c, int threads)
    {
        if (a.Columns != b.Rows) throw new ArgumentException($"{a.Columns} columns against {b.Rows} rows.");
        var panels = (a.Rows + PanelRows - 1) / PanelRows;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            var first = panels * part / threads * PanelRows;
            var last = Math.Min(a.Rows, panels * (part + 1) / threads * PanelRows);
            // Rented: half a megabyte for each of thousands of products is more than a collector keeps up with.
            var packedA = ArrayPool<float>.Shared.Rent(PanelRows * BlockDepth);
            var packedB = ArrayPool<float>.Shared.Rent(BlockColumns * BlockDepth);
            for (var k = 0; k < a.Columns; k += BlockDepth)
            {
                var depth = Math.Min(BlockDepth, a.Columns - k);
                for (var column = 0; column < b.Columns; column += BlockColumns)
                {
                    var columns = Math.Min(BlockColumns, b.Columns - column);
                    for (var panel = 0; panel < columns; panel += PanelColumns)
                        Pack(packedB.AsSpan(panel * depth), b.Transposed(), column + panel, k, depth, PanelColumns);
                    for (var row = first; row < last; row += PanelRows)
                    {
                        Pack(packedA, a, row, k, depth, PanelRows);
                        for (var panel = 0; panel < columns; panel += PanelColumns)
                            AddPanel(packedA, packedB.AsSpan(panel * depth), depth, c, b.Columns, row, last, column + panel);
                    }
                }
            }

            ArrayPool<float>.Shared.Return(packedA);
            ArrayPool<float>.Shared.Return(packedB);
        });
    }

    // `width` rows beside each other: element k of row r at k × width + r, zeros where the matrix has ended.
    private static void Pack(Span<float> packed, MatrixView matrix, int row, int k, int depth, int width)
    {
        for (var r = 0; r < width; r++)
        {
            if (row + r >= matrix.Rows)
            {
                for (var i = 0; i < depth; i++) packed[(i * width) + r] = 0;
                continue;
            }

            var at = ((row + r) * matrix.RowStride) + (k * matrix.ColumnStride);
            for (var i = 0; i < depth; i++) packed[(i * width) + r] = matrix.Values[at + (i * matrix.ColumnStride)];
        }
    }

    private static void AddPanel(ReadOnlySpan<float> a, ReadOnlySpan<float> b, int depth, float[] c, int stride, int row, int lastRow, int column)
    {
        Span<float> sums = stackalloc float[PanelRows * PanelColumns];
        Multiply(ref MemoryMarshal.GetReference(a), ref MemoryMarshal.GetReference(b), depth, ref MemoryMarshal.GetReference(sums));
        var width = Math.Min(PanelColumns, stride - column);
        for (var r = 0; r < PanelRows && row + r < lastRow; r++)
        {
            var target = c.AsSpan(((row + r) * stride) + column, width);
            for (var i = 0; i < width; i++) target[i] += sums[(r * PanelColumns) + i];
        }
    }

    // Twelve accumulators, three loads and one broadcast fill the sixteen registers of AVX2.
    private static void Multiply(ref float a, ref float b, int depth, ref float sums)
    {
        var (s00, s01, s02) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var (s10, s11, s12) = (s00, s00, s00);
        var (s20, s21, s22) = (s00, s00, s00);
        var (s30, s31, s32) = (s00, s00, s00);
        for (var k = 0; k < depth; k++)
        {
            var b0 = Vector256.LoadUnsafe(ref b, (nuint)(k * PanelColumns));
            var b1 = Vector256.LoadUnsafe(ref b, (nuint)(k * PanelColumns) + 8);
            var b2 = Vector256.LoadUnsafe(ref b, (nuint)(k * PanelColumns) + 16);
            ref var left = ref Unsafe.Add(ref a, k * PanelRows);
            var factor = Vector256.Create(left);
            s00 = Vector256.FusedMultiplyAdd(factor, b0, s00);
            s01 = Vector256.FusedMultiplyAdd(factor, b1, s01);
            s02 = Vector256.FusedMultiplyAdd(factor, b2, s02);
            factor = Vector256.Create(Unsafe.Add(ref left, 1));
            s10 = Vector256.FusedMultiplyAdd(factor, b0, s10);
            s11 = Vector256.FusedMultiplyAdd(factor, b1, s11);
            s12 = Vector256.FusedMultiplyAdd(factor, b2, s12);
            factor = Vector256.Create(Unsafe.Add(ref left, 2));
            s20 = Vector256.FusedMultiplyAdd(factor, b0, s20);
            s21 = Vector256.FusedMultiplyAdd(factor, b1, s21);
            s22 = Vector256.FusedMultiplyAdd(factor, b2, s22);
            factor = Vector256.Create(Unsafe.Add(ref left, 3));
            s30 = Vector256.FusedMultiplyAdd(factor, b0, s30);
            s31 = Vector256.FusedMultiplyAdd(factor, b1, s31);
            s32 = Vector256.FusedMultiplyAdd(factor, b2, s32);
        }

        s00.StoreUnsafe(ref sums, 0);
        s01.StoreUnsafe(ref sums, 8);
        s02.StoreUnsafe(ref sums, 16);
        s10.StoreUnsafe(ref sums, 24);
        s11.StoreUnsafe(ref sums, 32);
        s12.StoreUnsafe(ref sums, 40);
        s20.StoreUnsafe(ref sums, 48);
        s21.StoreUnsafe(ref sums, 56);
        s22.StoreUnsafe(ref sums, 64);
        s30.StoreUnsafe(ref sums, 72);
        s31.StoreUnsafe(ref sums, 80);
        s32.StoreUnsafe(ref sums, 88);
    }
}
