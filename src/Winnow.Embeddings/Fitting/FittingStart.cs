using Winnow.Embeddings.Static;

namespace Winnow.Embeddings.Fitting;

/// <summary>What a fit starts from: a vocabulary, a vector of each token and the logarithm of its weight.</summary>
internal sealed record FittingStart(Vocabulary Vocabulary, float[] Vectors, float[] LogWeights)
{
    // Smooth inverse frequency (Arora et al. 2017).
    private const double Smoothing = 1e-3;

    public int Dimensions => Vectors.Length / Vocabulary.Count;

    /// <summary>From an existing model, so that a user's own papers move it instead of teaching it anew.</summary>
    public static FittingStart From(StaticModelFile model)
    {
        var (tokens, dimensions) = (model.Header.Tokens, model.Header.Dimensions);
        var (vectors, logWeights) = (new float[tokens * dimensions], new float[tokens]);
        for (var token = 0; token < tokens; token++)
        {
            var row = model.Row(token, dimensions);
            for (var i = 0; i < dimensions; i++) vectors[(token * dimensions) + i] = row[i] * model.Factor(token);
        }

        return new FittingStart(new Vocabulary(model.Pieces, model.Pairs, new long[tokens]), vectors, logWeights);
    }

    /// <summary>
    /// From a teacher's vectors of the tokens' texts, turned to <paramref name="dimensions"/>; weights by how rare a token is. Pairs start at zero: what they
    /// mean beyond their words is to be learned.
    /// </summary>
    public static FittingStart From(Vocabulary vocabulary, float[][] teacher, int dimensions)
    {
        var vectors = PrincipalAxes.Reduce(teacher, dimensions);
        vectors.AsSpan(vocabulary.Pieces.Count * dimensions).Clear();
        double total = vocabulary.Counts.Take(vocabulary.Pieces.Count).Sum();
        var logWeights = vocabulary.Counts.Select(count => (float)Math.Log(Smoothing / (Smoothing + (count / total)))).ToArray();
        return new FittingStart(vocabulary, vectors, logWeights);
    }
}
