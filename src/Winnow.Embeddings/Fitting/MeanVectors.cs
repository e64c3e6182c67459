namespace Winnow.Embeddings.Fitting;

/// <summary>
/// The mean of several fits' vectors, each times its weight and the fit's share. Fits that began at the same place have not gone so far apart that their middle would be nowhere:
/// it ranks better than any of them (figures in training/MODEL_CARD.md).
/// </summary>
internal sealed class MeanVectors(int count, int dimensions)
{
    // Made with the first fit: while that one runs, Adam's moments need the room.
    private float[] _sum = [];
    private float _shares;

    /// <param name="share">How much this fit counts beside the others.</param>
    public void Add(TokenVectors fit, float share)
    {
        _shares += share;
        if (_sum.Length == 0) _sum = new float[count * dimensions];
        for (var token = 0; token < count; token++)
        {
            var weight = share * MathF.Exp(fit.LogWeights[token]);
            var vector = fit.Vector(token);
            for (var i = 0; i < dimensions; i++) _sum[(token * dimensions) + i] += weight * vector[i];
        }
    }

    /// <summary>How much each token counts.</summary>
    public float[] Lengths()
    {
        var lengths = new float[count];
        for (var token = 0; token < count; token++)
        {
            float square = 0;
            foreach (var value in _sum.AsSpan(token * dimensions, dimensions)) square += value * value;
            lengths[token] = MathF.Sqrt(square) / _shares;
        }

        return lengths;
    }

    /// <summary>The vectors at length one; zeros for a token that no fit moved away from zero.</summary>
    public float[] Directions()
    {
        var lengths = Lengths();
        var directions = new float[_sum.Length];
        for (var i = 0; i < directions.Length; i++) directions[i] = lengths[i / dimensions] > 0 ? _sum[i] / (_shares * lengths[i / dimensions]) : 0;
        return directions;
    }
}
