using CsCheck;
using Winnow.Embeddings.Spaces;
using Winnow.Properties;
using Xunit;

namespace Winnow.Embeddings.Tests.Spaces;

public sealed class LinearAlgebraTests
{
    private static readonly Gen<Matrix> AnyMatrix =
        from rows in Gen.Int[1, 12]
        from columns in Gen.Int[1, 12]
        from values in Gen.Double[-10, 10].Array[rows * columns]
        select new Matrix(rows, columns, values);

    [Fact]
    public void Singular_values_and_vectors_make_the_matrix_again() => AnyMatrix.ForAll(matrix =>
    {
        var parts = SingularValues.Of(matrix);
        Assert.Equal(parts.Values.OrderDescending(), parts.Values);
        var scaled = parts.Right.Copy();
        for (var i = 0; i < scaled.Rows; i++)
        {
            foreach (ref var value in scaled.Row(i)) value *= parts.Values[i];
        }

        AssertNear(matrix, parts.Left.Transpose().Times(scaled));
    },
    iter: 300);

    [Fact]
    public void Right_singular_vectors_are_orthonormal() => AnyMatrix.Where(matrix => matrix.Rows >= matrix.Columns).ForAll(matrix =>
    {
        var right = SingularValues.Of(matrix).Right;
        AssertNear(Identity(right.Rows), right.TimesTransposed(right));
    },
    iter: 300);

    [Fact]
    public void A_positive_system_is_solved() => AnyMatrix.ForAll(matrix =>
    {
        var positive = matrix.TimesTransposed(matrix);
        for (var i = 0; i < positive.Rows; i++) positive[i, i] += 1;
        AssertNear(Identity(positive.Rows), positive.Times(PositiveSystem.Solve(positive, Identity(positive.Rows))));
    },
    iter: 300);

    [Fact]
    public void A_system_that_is_not_positive_is_refused() =>
        Assert.Throws<ArgumentException>(() => PositiveSystem.Solve(new Matrix(2, 2, [1, 2, 2, 1]), Identity(2)));

    [Fact]
    public void The_waves_of_a_graph_are_its_eigenvectors()
    {
        var graph = new NeighbourGraph(SyntheticSpaces.Gaussian(120, 6, seed: 5), neighbours: 10, sharpness: 4);
        var basis = new SpectralBasis(graph, waves: 8, seed: 1);
        // The slowest wave of a connected graph has eigenvalue 1.
        Assert.Equal(1, basis.Values[0], 9);
        Assert.Equal(basis.Values.OrderDescending(), basis.Values);
        var product = graph.Times(basis.Waves);
        for (var wave = 0; wave < basis.Values.Length; wave++)
        {
            for (var anchor = 0; anchor < graph.Size; anchor++) Assert.Equal(basis.Values[wave] * basis.Waves[anchor, wave], product[anchor, wave], 3);
        }
    }

    private static Matrix Identity(int size)
    {
        var identity = new Matrix(size, size);
        for (var i = 0; i < size; i++) identity[i, i] = 1;
        return identity;
    }

    private static void AssertNear(Matrix expected, Matrix actual)
    {
        Assert.Equal((expected.Rows, expected.Columns), (actual.Rows, actual.Columns));
        var scale = 1 + expected.Values.Max(Math.Abs);
        Assert.All(expected.Values.Zip(actual.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-7 * scale));
    }
}
