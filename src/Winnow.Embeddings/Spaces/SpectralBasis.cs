namespace Winnow.Embeddings.Spaces;

/// <summary>The slowest waves over a graph's anchors, by subspace iteration: multiply, make orthogonal, and solve the small problem that is left.</summary>
internal sealed class SpectralBasis
{
    private const int Iterations = 40;
    private const int MultiplicationsEach = 4;
    private const int Spare = 16;

    private readonly NeighbourGraph _graph;

    /// <param name="graph">The anchors.</param>
    /// <param name="waves">How many, far fewer than anchors.</param>
    /// <param name="seed">Of the first guess.</param>
    public SpectralBasis(NeighbourGraph graph, int waves, int seed)
    {
        _graph = graph;
        var random = new Random(seed);
        var guess = new Matrix(graph.Size, Math.Min(graph.Size, waves + Spare));
        foreach (ref var value in guess.Values.AsSpan()) value = random.NextDouble() - 0.5;
        var values = Array.Empty<double>();
        for (var i = 0; i < Iterations; i++)
        {
            // (A + I) / 2 has the same vectors and no negative value that could outgrow a small positive one.
            for (var step = 0; step < MultiplicationsEach; step++) guess = HalfWay(guess);
            (guess, values) = Rotate(Orthonormal(guess));
        }

        int[] kept = [.. Enumerable.Range(0, Math.Min(waves, values.Length))];
        Waves = guess.Transpose().Take(kept).Transpose();
        Values = [.. kept.Select(i => values[i])];
    }

    /// <summary>Anchors × waves, orthonormal columns.</summary>
    public Matrix Waves { get; }

    /// <summary>Eigenvalues of the scaled graph, largest first; the Laplacian's are 1 minus these.</summary>
    public double[] Values { get; }

    /// <summary>What the waves are at vectors that are no anchors.</summary>
    public Matrix At(Matrix rows)
    {
        var reached = _graph.Reach(rows).Times(Waves);
        for (var row = 0; row < reached.Rows; row++)
        {
            for (var wave = 0; wave < Values.Length; wave++) reached[row, wave] /= Math.Max(Values[wave], 0.05);
        }

        return reached;
    }

    private Matrix HalfWay(Matrix guess)
    {
        var product = _graph.Times(guess);
        for (var i = 0; i < product.Values.Length; i++) product.Values[i] = (product.Values[i] + guess.Values[i]) / 2;
        return product;
    }

    private static Matrix Orthonormal(Matrix columns)
    {
        var products = columns.Transpose().Times(columns);
        var values = SingularValues.Of(products);
        var scaled = values.Right.Copy();
        for (var i = 0; i < scaled.Rows; i++)
        {
            var factor = 1 / Math.Sqrt(Math.Max(values.Values[i], 1e-300));
            foreach (ref var value in scaled.Row(i)) value *= factor;
        }

        return columns.Times(scaled.Transpose());
    }

    private (Matrix Vectors, double[] Values) Rotate(Matrix columns)
    {
        // Of the half-way graph, whose small problem is positive: its singular vectors are its eigenvectors.
        var small = SingularValues.Of(columns.Transpose().Times(HalfWay(columns)));
        return (columns.Times(small.Right.Transpose()), [.. small.Values.Select(value => (2 * value) - 1)]);
    }
}
