namespace Winnow.Embeddings.Spaces;

/// <summary>
/// Latent functional maps (Fumero et al. 2024): functions over one space's anchors become functions over the other's by a small matrix C between the
/// slowest waves of both neighbour graphs, with the least ‖C F − G‖² + α‖C Λ₁ − Λ₂ C‖²: it keeps descriptors, and nearly commutes with the Laplacians.
/// A vector goes by its waves, through C, and by least squares from the target's waves to the target's vectors.
/// </summary>
internal sealed class FunctionalMap : ISpaceMap
{
    private const int Seed = 1;

    private readonly SpectralBasis _from;
    private readonly Matrix _through;

    /// <param name="source">Anchors, one a row.</param>
    /// <param name="target">The same anchors in the other space.</param>
    /// <param name="waves">Of each graph.</param>
    /// <param name="neighbours">Of each anchor.</param>
    /// <param name="commute">α, the weight of commuting with the Laplacians.</param>
    public FunctionalMap(Matrix source, Matrix target, int waves, int neighbours, double commute)
    {
        const double sharpness = 4;
        _from = new SpectralBasis(new NeighbourGraph(source, neighbours, sharpness), waves, Seed);
        var to = new SpectralBasis(new NeighbourGraph(target, neighbours, sharpness), waves, Seed);
        Coefficients = Fit(_from, to, commute);
        // Anchors' waves to anchors' vectors; the waves are orthonormal, so that least squares is one product.
        var decoder = to.Waves.Transpose().Times(target.Minus(target.Mean()));
        _through = Coefficients.Transpose().Times(decoder);
    }

    /// <summary>C: target waves × source waves.</summary>
    public Matrix Coefficients { get; }

    public Matrix Translate(Matrix source) => _from.At(source).Times(_through);

    // Descriptors are the anchors themselves (one function each, 1 at its anchor): F = Φ₁ᵀ and G = Φ₂ᵀ, so that F Fᵀ is the identity, and each
    // entry of C has an equation of its own: C[i,j] (1 + α (λ₁[j] − λ₂[i])²) = (Φ₂ᵀ Φ₁)[i,j].
    private static Matrix Fit(SpectralBasis from, SpectralBasis to, double commute)
    {
        var result = to.Waves.Transpose().Times(from.Waves);
        for (var i = 0; i < result.Rows; i++)
        {
            for (var j = 0; j < result.Columns; j++)
            {
                var apart = from.Values[j] - to.Values[i];
                result[i, j] /= 1 + (commute * apart * apart);
            }
        }

        return result;
    }
}
