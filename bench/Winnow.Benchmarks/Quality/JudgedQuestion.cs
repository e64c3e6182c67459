using Winnow.Papers;

namespace Winnow.Benchmarks.Quality;

/// <param name="Text">What is asked; empty when <paramref name="Like"/> is.</param>
/// <param name="Like">The paper whose like is looked for.</param>
/// <param name="Grades">How well papers answer; those not named do not.</param>
internal sealed record JudgedQuestion(string Text, PaperId? Like, IReadOnlyDictionary<PaperId, int> Grades);
