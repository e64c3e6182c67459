namespace Winnow.Benchmarks.Quality;

/// <param name="Ndcg">nDCG@10.</param>
/// <param name="Recall">Recall@100.</param>
/// <param name="Microseconds">Of one question, at the median.</param>
internal readonly record struct QualityFigures(double Ndcg, double Recall, double Microseconds);
