namespace Winnow.Embeddings.Spaces;

/// <summary>x ↦ (x − mean) W + offset.</summary>
/// <param name="Mean">Of the source anchors; zeros when they are not centred.</param>
/// <param name="Weights">Source × target dimensions.</param>
/// <param name="Offset">Added in the target space, may be zeros: a constant part draws every query to the same few documents.</param>
internal sealed record LinearMap(double[] Mean, Matrix Weights, double[] Offset) : ISpaceMap
{
    public Matrix Translate(Matrix source)
    {
        double[] minus = [.. Offset.Select(value => -value)];
        return source.Minus(Mean).Times(Weights).Minus(minus);
    }
}
