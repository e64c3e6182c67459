using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Winnow.Embeddings.Spaces;

/// <summary>
/// A = U diag(S) Vᵀ by one-sided Jacobi rotations (Hestenes 1958; Golub and Van Loan, Matrix Computations, 8.6): pairs of columns are turned until all
/// are orthogonal. Slower than bidiagonalisation, but short, as exact as any for small values, and a few seconds at the sizes of embeddings.
/// </summary>
internal sealed class SingularValues
{
    private const int MostSweeps = 60;
    private const double Orthogonal = 1e-12;

    // Of the squared length of the whole matrix. Columns this short are noise of the arithmetic, and would be turned in every sweep.
    private const double Nothing = 1e-28;

    private SingularValues(Matrix left, double[] values, Matrix right) => (Left, Values, Right) = (left, values, right);

    /// <summary>U, transposed: one left singular vector a row, in the order of <see cref="Values"/>.</summary>
    public Matrix Left { get; }

    /// <summary>Largest first.</summary>
    public double[] Values { get; }

    /// <summary>V, transposed: one right singular vector a row.</summary>
    public Matrix Right { get; }

    public static SingularValues Of(Matrix matrix)
    {
        if (matrix.Rows >= matrix.Columns) return OfTall(matrix);
        var turned = OfTall(matrix.Transpose());
        return new SingularValues(turned.Right, turned.Values, turned.Left);
    }

    private static SingularValues OfTall(Matrix matrix)
    {
        var columns = matrix.Transpose();
        var right = new Matrix(matrix.Columns, matrix.Columns);
        for (var i = 0; i < matrix.Columns; i++) right[i, i] = 1;
        var nothing = Nothing * TensorPrimitives.SumOfSquares<double>(columns.Values);
        for (var sweep = 0; sweep < MostSweeps && Sweep(columns, right, nothing); sweep++) ;

        var lengths = Enumerable.Range(0, columns.Rows).Select(i => TensorPrimitives.Norm<double>(columns.Row(i))).ToArray();
        int[] order = [.. Enumerable.Range(0, lengths.Length).OrderByDescending(i => lengths[i])];
        return new SingularValues(columns.Take(order).WithUnitRows(), [.. order.Select(i => lengths[i])], right.Take(order));
    }

    private static bool Sweep(Matrix columns, Matrix right, double nothing)
    {
        var turned = 0;
        var count = columns.Rows;
        var players = count + (count & 1);
        // A round-robin tournament: the pairs of one round share no column and are turned at the same time.
        for (var round = 0; round < players - 1; round++)
        {
            Parallel.For(0, players / 2, pair =>
            {
                var first = pair == 0 ? players - 1 : (round + pair) % (players - 1);
                var second = (round + players - 1 - pair) % (players - 1);
                if (first < count && second < count && Turn(columns, right, Math.Min(first, second), Math.Max(first, second), nothing)) Interlocked.Increment(ref turned);
            });
        }

        return turned > 0;
    }

    private static bool Turn(Matrix columns, Matrix right, int first, int second, double nothing)
    {
        var a = columns.Row(first);
        var b = columns.Row(second);
        var (alpha, beta, gamma) = (TensorPrimitives.SumOfSquares<double>(a), TensorPrimitives.SumOfSquares<double>(b), TensorPrimitives.Dot<double>(a, b));
        if (Math.Abs(gamma) <= Math.Max(nothing, Orthogonal * Math.Sqrt(alpha * beta))) return false;
        var zeta = (beta - alpha) / (2 * gamma);
        var tangent = (zeta < 0 ? -1 : 1) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
        var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        Rotate(a, b, cosine, cosine * tangent);
        Rotate(right.Row(first), right.Row(second), cosine, cosine * tangent);
        return true;
    }

    private static void Rotate(Span<double> a, Span<double> b, double cosine, double sine)
    {
        var wideA = MemoryMarshal.Cast<double, Vector<double>>(a);
        var wideB = MemoryMarshal.Cast<double, Vector<double>>(b);
        for (var i = 0; i < wideA.Length; i++)
        {
            var (x, y) = (wideA[i], wideB[i]);
            wideA[i] = (cosine * x) - (sine * y);
            wideB[i] = (sine * x) + (cosine * y);
        }

        for (var i = wideA.Length * Vector<double>.Count; i < a.Length; i++) (a[i], b[i]) = ((cosine * a[i]) - (sine * b[i]), (sine * a[i]) + (cosine * b[i]));
    }
}
