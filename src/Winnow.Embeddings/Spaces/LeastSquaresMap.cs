namespace Winnow.Embeddings.Spaces;

/// <summary>The linear map with the least squared error on the anchors, with a penalty on its size (ridge regression, Hoerl and Kennard 1970).</summary>
internal static class LeastSquaresMap
{
    /// <param name="source">Anchors, one a row.</param>
    /// <param name="target">The same anchors in the other space.</param>
    /// <param name="penalty">As a part of the mean variance of the source's directions.</param>
    public static LinearMap Fit(Matrix source, Matrix target, double penalty)
    {
        var mean = source.Mean();
        var (from, to) = (source.Minus(mean), target.Minus(target.Mean()));
        var turned = from.Transpose();
        var products = turned.Times(from);
        var variance = Enumerable.Range(0, products.Rows).Sum(i => products[i, i]) / products.Rows;
        for (var i = 0; i < products.Rows; i++) products[i, i] += penalty * variance;
        return new LinearMap(mean, PositiveSystem.Solve(products, turned.Times(to)), new double[target.Columns]);
    }
}
