using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Winnow.Embeddings.Fitting;

/// <summary>
/// InfoNCE in both directions (van den Oord et al. 2018): each query's own document against all others of the batch and the other way round,
/// by cosine over a temperature; the mean over prefixes of the vectors, so that a prefix is a model too (Kusupati et al. 2022).
/// </summary>
internal sealed class ContrastiveLoss(int rows, int dimensions, int[] prefixes, float[] shares, float temperature, int threads)
{
    private readonly float[] _scores = new float[rows * rows];
    private readonly float[] _rowSums = new float[rows];
    private readonly float[] _columnSums = new float[rows];

    // Made once: as garbage of every step, 14 MB, they let the memory of a long fit grow to almost twice as much.
    private readonly Side _left = new(rows, dimensions);
    private readonly Side _right = new(rows, dimensions);

    /// <summary>The loss, and its gradient by every value of both sides; all are rows × dimensions.</summary>
    public float Measure(float[] queries, float[] documents, float[] queryGradient, float[] documentGradient)
    {
        Array.Clear(queryGradient);
        Array.Clear(documentGradient);
        float loss = 0;
        for (var i = 0; i < prefixes.Length; i++)
            loss += shares[i] * MeasurePrefix(prefixes[i], shares[i], queries, documents, queryGradient, documentGradient);
        return loss;
    }

    private float MeasurePrefix(int width, float share, float[] queries, float[] documents, float[] queryGradient, float[] documentGradient)
    {
        Unit(queries, width, _left);
        Unit(documents, width, _right);
        var (left, right) = (MatrixView.OfRows(_left.Units, rows, width), MatrixView.OfRows(_right.Units, rows, width));
        Array.Clear(_scores);
        MatrixProduct.Add(left, right.Transposed(), _scores, threads);
        double own = 0;
        for (var row = 0; row < rows; row++) own += _scores[(row * rows) + row] / temperature;
        Exponentials();
        double loss = 0;
        for (var row = 0; row < rows; row++) loss += Math.Log(_rowSums[row]) + Math.Log(_columnSums[row]) + (2 / temperature);
        Gradients();
        Array.Clear(_left.Slopes);
        Array.Clear(_right.Slopes);
        MatrixProduct.Add(MatrixView.OfRows(_scores, rows, rows), right, _left.Slopes, threads);
        MatrixProduct.Add(MatrixView.OfRows(_scores, rows, rows).Transposed(), left, _right.Slopes, threads);
        AddThroughUnit(_left, width, share, queryGradient);
        AddThroughUnit(_right, width, share, documentGradient);
        return (float)(((loss / 2) - own) / rows);
    }

    // e^((cosine - 1) / temperature), which cannot overflow, serves the softmax of the rows and that of the columns.
    private void Exponentials()
    {
        Array.Clear(_columnSums);
        var columnSums = MemoryMarshal.Cast<float, Vector256<float>>(_columnSums.AsSpan());
        for (var row = 0; row < rows; row++)
        {
            var sum = Vector256<float>.Zero;
            var line = MemoryMarshal.Cast<float, Vector256<float>>(_scores.AsSpan(row * rows, rows));
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = Vector256.Exp((line[i] - Vector256<float>.One) * (1 / temperature));
                sum += line[i];
                columnSums[i] += line[i];
            }

            _rowSums[row] = Vector256.Sum(sum);
        }
    }

    // The loss's derivative by each cosine: what the two softmaxes give it, less one for a pair that belongs together, twice.
    private void Gradients()
    {
        var scale = 0.5f / (temperature * rows);
        for (var i = 0; i < rows; i++) _columnSums[i] = scale / _columnSums[i];
        var columns = MemoryMarshal.Cast<float, Vector256<float>>(_columnSums.AsSpan());
        for (var row = 0; row < rows; row++)
        {
            var line = MemoryMarshal.Cast<float, Vector256<float>>(_scores.AsSpan(row * rows, rows));
            var byRow = Vector256.Create(scale / _rowSums[row]);
            for (var i = 0; i < line.Length; i++) line[i] *= byRow + columns[i];
            _scores[(row * rows) + row] -= 2 * scale;
        }
    }

    private void Unit(float[] values, int width, Side side)
    {
        var (unit, lengths) = (side.Units, side.Lengths);
        for (var row = 0; row < rows; row++)
        {
            var source = values.AsSpan(row * dimensions, width);
            float square = 0;
            foreach (var value in source) square += value * value;
            lengths[row] = MathF.Sqrt(square) + 1e-9f;
            for (var i = 0; i < width; i++) unit[(row * width) + i] = source[i] / lengths[row];
        }
    }

    // Through x / |x|: what points along x has no effect on the direction.
    private void AddThroughUnit(Side side, int width, float share, float[] gradient)
    {
        for (var row = 0; row < rows; row++)
        {
            var direction = side.Units.AsSpan(row * width, width);
            var slope = side.Slopes.AsSpan(row * width, width);
            float along = 0;
            for (var i = 0; i < width; i++) along += direction[i] * slope[i];
            var target = gradient.AsSpan(row * dimensions, width);
            for (var i = 0; i < width; i++) target[i] += share * (slope[i] - (along * direction[i])) / side.Lengths[row];
        }
    }

    /// <summary>Queries or documents at length 1, what their lengths were, and the loss's derivative by each value; rows × prefix, at the beginning of the arrays.</summary>
    private sealed class Side(int rows, int dimensions)
    {
        public float[] Units { get; } = new float[rows * dimensions];

        public float[] Lengths { get; } = new float[rows];

        public float[] Slopes { get; } = new float[rows * dimensions];
    }
}
