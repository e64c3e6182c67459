namespace Winnow.Embeddings.Spaces;

/// <summary>
/// Both spaces are made round before they are turned upon each other, and the target is given its own shape back to a degree: with 1 the map is
/// least squares through the correlated directions, with −1 it scores as canonical correlation analysis does.
/// </summary>
internal static class WhitenedMap
{
    /// <param name="source">Anchors, one a row.</param>
    /// <param name="target">The same anchors in the other space.</param>
    /// <param name="shrinkage">Part of the mean variance that is added to every direction, so that rare ones do not rule.</param>
    /// <param name="shape">Power of the target's standard deviations, from −1 to 1; with 0 the target stays round.</param>
    public static LinearMap Fit(Matrix source, Matrix target, double shrinkage, double shape)
    {
        var mean = source.Mean();
        var (from, to) = (new Whitening(source.Minus(mean), shrinkage), new Whitening(target.Minus(target.Mean()), shrinkage));
        var whiten = from.Power(-1);
        var rotation = OrthogonalMap.Rotation(from.Rows.Times(whiten), to.Rows.Times(to.Power(-1)));
        return new LinearMap(mean, whiten.Times(shape == 0 ? rotation : rotation.Times(to.Power(shape))), new double[target.Columns]);
    }
}
