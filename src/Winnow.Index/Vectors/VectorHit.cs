namespace Winnow.Index.Vectors;

/// <param name="Id">The caller's id.</param>
/// <param name="Similarity">Dot product with the query; for vectors of length one their cosine, within 0.01 of the exact value.</param>
public readonly record struct VectorHit(long Id, float Similarity);
