namespace Winnow.Embeddings.Fitting;

/// <param name="Share">From 0 to 1.</param>
/// <param name="Loss">Mean over the steps since the last report; falls while the model learns.</param>
public sealed record FittingProgress(double Share, float Loss);
