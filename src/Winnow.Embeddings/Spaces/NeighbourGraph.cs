using System.Numerics.Tensors;

namespace Winnow.Embeddings.Spaces;

/// <summary>
/// Anchors joined to their nearest anchors, with weights by cosine, symmetric, scaled by the square roots of both degrees. Its largest eigenvectors are
/// the slowest waves over the anchors: those of the smallest eigenvalues of the normalised graph Laplacian, whose eigenvalues are 1 minus these.
/// </summary>
internal sealed class NeighbourGraph
{
    private readonly int[][] _neighbours;
    private readonly double[][] _weights;
    private readonly double[] _degrees;
    private readonly double[] _mean;
    private readonly Matrix _anchors;
    private readonly int _count;
    private readonly double _sharpness;

    /// <param name="rows">Anchors, one a row.</param>
    /// <param name="neighbours">Joined to each anchor.</param>
    /// <param name="sharpness">A weight is exp(sharpness × (cosine − 1)).</param>
    public NeighbourGraph(Matrix rows, int neighbours, double sharpness)
    {
        (_count, _sharpness, _mean) = (Math.Min(neighbours, rows.Rows - 1), sharpness, rows.Mean());
        _anchors = rows.Minus(_mean).WithUnitRows();
        var cosines = _anchors.TimesTransposed(_anchors);
        for (var row = 0; row < cosines.Rows; row++) cosines[row, row] = double.NegativeInfinity;
        var edges = new SortedDictionary<int, double>[rows.Rows];
        for (var row = 0; row < rows.Rows; row++) edges[row] = [];
        for (var row = 0; row < rows.Rows; row++)
        {
            foreach (var other in Largest(cosines.Row(row), _count)) edges[row][other] = edges[other][row] = Weight(cosines[row, other]);
        }

        _neighbours = [.. edges.Select(edge => edge.Keys.ToArray())];
        _weights = [.. edges.Select(edge => edge.Values.ToArray())];
        _degrees = [.. _weights.Select(weights => Math.Max(weights.Sum(), double.Epsilon))];
    }

    public int Size => _neighbours.Length;

    /// <summary>The scaled graph times a matrix of anchors × columns.</summary>
    public Matrix Times(Matrix right)
    {
        var result = new Matrix(Size, right.Columns);
        Parallel.For(0, Size, row =>
        {
            var sum = result.Row(row);
            for (var i = 0; i < _neighbours[row].Length; i++)
            {
                var other = _neighbours[row][i];
                TensorPrimitives.MultiplyAdd(right.Row(other), _weights[row][i] / Math.Sqrt(_degrees[row] * _degrees[other]), sum, sum);
            }
        });
        return result;
    }

    /// <summary>New vectors' weights to the anchors, scaled as the graph's own: rows × anchors. With them, waves go on beyond the anchors (Nyström).</summary>
    public Matrix Reach(Matrix rows)
    {
        var cosines = rows.Minus(_mean).WithUnitRows().TimesTransposed(_anchors);
        var result = new Matrix(rows.Rows, Size);
        Parallel.For(0, rows.Rows, row =>
        {
            var near = Largest(cosines.Row(row), _count);
            var degree = near.Sum(other => Weight(cosines[row, other]));
            foreach (var other in near) result[row, other] = Weight(cosines[row, other]) / Math.Sqrt(degree * _degrees[other]);
        });
        return result;
    }

    private double Weight(double cosine) => Math.Exp(_sharpness * (cosine - 1));

    private static int[] Largest(ReadOnlySpan<double> values, int count)
    {
        var queue = new PriorityQueue<int, double>(count + 1);
        for (var i = 0; i < values.Length; i++)
        {
            if (queue.Count < count) queue.Enqueue(i, values[i]);
            else queue.EnqueueDequeue(i, values[i]);
        }

        return [.. queue.UnorderedItems.Select(item => item.Element)];
    }
}
