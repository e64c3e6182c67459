using System.Numerics.Tensors;

namespace Winnow.Embeddings.Spaces;

/// <summary>A dense matrix, row by row. Double precision: products of thousands of anchors are inverted.</summary>
internal sealed class Matrix
{
    public Matrix(int rows, int columns)
        : this(rows, columns, new double[checked(rows * columns)])
    {
    }

    public Matrix(int rows, int columns, double[] values) => (Rows, Columns, Values) = (rows, columns, values);

    public int Rows { get; }

    public int Columns { get; }

    public double[] Values { get; }

    public double this[int row, int column]
    {
        get => Values[(row * Columns) + column];
        set => Values[(row * Columns) + column] = value;
    }

    /// <summary>One vector a row.</summary>
    /// <exception cref="ArgumentException">The vectors are not all of one length.</exception>
    public static Matrix FromRows(IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        var matrix = new Matrix(vectors.Count, vectors is [var first, ..] ? first.Length : 0);
        for (var row = 0; row < vectors.Count; row++)
        {
            if (vectors[row].Length != matrix.Columns) throw new ArgumentException($"Vector {row} has {vectors[row].Length} values, the first has {matrix.Columns}.", nameof(vectors));
            TensorPrimitives.ConvertTruncating(vectors[row].Span, matrix.Row(row));
        }

        return matrix;
    }

    public Span<double> Row(int row) => Values.AsSpan(row * Columns, Columns);

    public Matrix Copy() => new(Rows, Columns, [.. Values]);

    public Matrix Transpose()
    {
        var result = new Matrix(Columns, Rows);
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++) result[column, row] = this[row, column];
        }

        return result;
    }

    /// <summary>Some rows, in the order asked for.</summary>
    public Matrix Take(IReadOnlyList<int> rows)
    {
        var result = new Matrix(rows.Count, Columns);
        for (var i = 0; i < rows.Count; i++) Row(rows[i]).CopyTo(result.Row(i));
        return result;
    }

    /// <summary>This times <paramref name="right"/>.</summary>
    public Matrix Times(Matrix right)
    {
        var result = new Matrix(Rows, right.Columns);
        // Row by row of the right side: both are read in the order in which they lie in memory.
        Parallel.For(0, Rows, row =>
        {
            var sum = result.Row(row);
            var factors = Row(row);
            for (var i = 0; i < factors.Length; i++) TensorPrimitives.MultiplyAdd(right.Row(i), factors[i], sum, sum);
        });
        return result;
    }

    /// <summary>This times the transpose of <paramref name="right"/>: every row's dot product with every row.</summary>
    public Matrix TimesTransposed(Matrix right)
    {
        var result = new Matrix(Rows, right.Rows);
        Parallel.For(0, Rows, row =>
        {
            var products = result.Row(row);
            for (var other = 0; other < right.Rows; other++) products[other] = TensorPrimitives.Dot<double>(Row(row), right.Row(other));
        });
        return result;
    }

    /// <summary>The mean of the rows.</summary>
    public double[] Mean()
    {
        var mean = new double[Columns];
        for (var row = 0; row < Rows; row++) TensorPrimitives.Add<double>(mean, Row(row), mean);
        TensorPrimitives.Divide(mean, Math.Max(1, Rows), mean);
        return mean;
    }

    /// <summary>Every row less the same vector.</summary>
    public Matrix Minus(ReadOnlySpan<double> vector)
    {
        var result = Copy();
        for (var row = 0; row < Rows; row++) TensorPrimitives.Subtract(result.Row(row), vector, result.Row(row));
        return result;
    }

    /// <summary>Every row brought to length 1; zeros stay zeros.</summary>
    public Matrix WithUnitRows()
    {
        var result = Copy();
        for (var row = 0; row < Rows; row++)
        {
            var length = TensorPrimitives.Norm<double>(result.Row(row));
            if (length > 0) TensorPrimitives.Divide(result.Row(row), length, result.Row(row));
        }

        return result;
    }
}
