namespace Winnow.Embeddings.Spaces;

/// <summary>The rotation that brings anchors of one space nearest to the same anchors of another (orthogonal Procrustes, Schönemann 1966).</summary>
internal static class OrthogonalMap
{
    // Smaller singular values are noise of the arithmetic: their directions mean nothing.
    private const double Nothing = 1e-9;

    /// <param name="centred">Whether the means are taken out first.</param>
    /// <param name="withOffset">Whether the target's mean is put back in.</param>
    public static LinearMap Fit(Matrix source, Matrix target, bool centred, bool withOffset = false)
    {
        var mean = centred ? source.Mean() : new double[source.Columns];
        var offset = centred ? target.Mean() : new double[target.Columns];
        var rotation = Rotation(source.Minus(mean), target.Minus(offset));
        return new LinearMap(mean, rotation, withOffset ? offset : new double[target.Columns]);
    }

    /// <summary>Source × target dimensions: an isometry into the larger space, a projection onto the smaller.</summary>
    public static Matrix Rotation(Matrix source, Matrix target)
    {
        var values = SingularValues.Of(source.Transpose().Times(target));
        int[] kept = [.. Enumerable.Range(0, values.Values.Length).Where(i => values.Values[i] > Nothing * values.Values[0])];
        return values.Left.Take(kept).Transpose().Times(values.Right.Take(kept));
    }
}
