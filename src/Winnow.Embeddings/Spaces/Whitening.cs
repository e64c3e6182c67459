namespace Winnow.Embeddings.Spaces;

/// <summary>Powers of the covariance of centred rows.</summary>
internal sealed class Whitening
{
    private readonly SingularValues _axes;
    private readonly double _floor;

    /// <param name="rows">Centred, one vector a row.</param>
    /// <param name="shrinkage">Part of the mean variance that is added to every direction, so that rare ones do not rule.</param>
    public Whitening(Matrix rows, double shrinkage)
    {
        Rows = rows;
        _axes = SingularValues.Of(rows.Transpose().Times(rows));
        _floor = shrinkage * _axes.Values.Average();
    }

    public Matrix Rows { get; }

    /// <summary>The covariance to the power of half of <paramref name="power"/>: with −1, rows times it are round.</summary>
    public Matrix Power(double power)
    {
        var scaled = _axes.Right.Copy();
        for (var i = 0; i < scaled.Rows; i++)
        {
            var factor = Math.Pow((_axes.Values[i] + _floor) / Rows.Rows, power / 2);
            foreach (ref var value in scaled.Row(i)) value *= factor;
        }

        return _axes.Right.Transpose().Times(scaled);
    }
}
