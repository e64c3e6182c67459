using System.Numerics.Tensors;

namespace Winnow.Embeddings.Spaces;

/// <summary>Solves A X = B for a symmetric positive definite A, by Cholesky's factor.</summary>
internal static class PositiveSystem
{
    /// <exception cref="ArgumentException">A is not positive definite.</exception>
    public static Matrix Solve(Matrix matrix, Matrix right)
    {
        var factor = Factor(matrix);
        var solution = right.Copy();
        for (var row = 0; row < factor.Rows; row++)
        {
            for (var i = 0; i < row; i++) TensorPrimitives.MultiplyAdd(solution.Row(i), -factor[row, i], solution.Row(row), solution.Row(row));
            TensorPrimitives.Divide(solution.Row(row), factor[row, row], solution.Row(row));
        }

        for (var row = factor.Rows - 1; row >= 0; row--)
        {
            for (var i = row + 1; i < factor.Rows; i++) TensorPrimitives.MultiplyAdd(solution.Row(i), -factor[i, row], solution.Row(row), solution.Row(row));
            TensorPrimitives.Divide(solution.Row(row), factor[row, row], solution.Row(row));
        }

        return solution;
    }

    private static Matrix Factor(Matrix matrix)
    {
        var factor = new Matrix(matrix.Rows, matrix.Rows);
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var rest = matrix[row, column] - TensorPrimitives.Dot<double>(factor.Row(row)[..column], factor.Row(column)[..column]);
                if (column < row) factor[row, column] = rest / factor[column, column];
                else if (rest > 0) factor[row, row] = Math.Sqrt(rest);
                else throw new ArgumentException("The matrix is not positive definite.", nameof(matrix));
            }
        }

        return factor;
    }
}
