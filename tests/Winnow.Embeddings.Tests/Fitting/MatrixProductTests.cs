using Winnow.Embeddings.Fitting;
using Xunit;

namespace Winnow.Embeddings.Tests.Fitting;

public sealed class MatrixProductTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 5, 23)]
    [InlineData(4, 24, 24)]
    [InlineData(5, 513, 25)]
    [InlineData(33, 64, 241)]
    public void A_product_is_the_sum_over_the_inner_side_whatever_the_strides(int rows, int inner, int columns)
    {
        var random = new Random(rows + inner + columns);
        var a = Values(rows * inner);
        var b = Values(inner * columns);
        var expected = new float[rows * columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                for (var k = 0; k < inner; k++) expected[(r * columns) + c] += a[(r * inner) + k] * b[(k * columns) + c];
            }
        }

        foreach (var threads in (int[])[1, 2, 5])
        {
            var plain = new float[rows * columns];
            MatrixProduct.Add(MatrixView.OfRows(a, rows, inner), MatrixView.OfRows(b, inner, columns), plain, threads);
            Assert.Equal(expected, plain, Near);
            var turned = new float[rows * columns];
            var (left, right) = (MatrixView.OfRows(Turn(a, rows, inner), inner, rows), MatrixView.OfRows(Turn(b, inner, columns), columns, inner));
            MatrixProduct.Add(left.Transposed(), right.Transposed(), turned, threads);
            Assert.Equal(expected, turned, Near);
        }

        float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }

    [Fact]
    public void Matrices_that_do_not_fit_are_refused() =>
        Assert.Throws<ArgumentException>(() => MatrixProduct.Add(MatrixView.OfRows(new float[6], 2, 3), MatrixView.OfRows(new float[6], 2, 3), new float[6], 1));

    private static float[] Turn(float[] values, int rows, int columns) =>
        [.. Enumerable.Range(0, columns).SelectMany(c => Enumerable.Range(0, rows).Select(r => values[(r * columns) + c]))];

    private static bool Near(float one, float other) => MathF.Abs(one - other) < 1e-3f;
}
