namespace Winnow.Embeddings.Models;

/// <summary>What came of trying a model, rounded to what the trial can tell.</summary>
/// <param name="Model">Its name and version, as vectors are labelled with it.</param>
/// <param name="Dimensions">Values of a vector.</param>
/// <param name="TextsPerSecond">Texts of an abstract's length.</param>
/// <param name="QuestionMilliseconds">The median of a question's time.</param>
/// <param name="Related">Mean cosine of a question and the text that answers it.</param>
/// <param name="Unrelated">Mean cosine of a question and the texts that do not.</param>
/// <param name="FoundFirst">Of <paramref name="Questions"/>, those whose answer was nearest.</param>
/// <param name="Questions">Questions asked.</param>
/// <param name="Expected">Texts compared with <c>expected.jsonl</c>; 0 without one.</param>
/// <param name="WorstCosine">The least cosine to an expected vector; null without one.</param>
/// <param name="Problems">A sentence each; empty when all is well.</param>
public sealed record ModelTestResult(
    string Model,
    int Dimensions,
    double TextsPerSecond,
    double QuestionMilliseconds,
    double Related,
    double Unrelated,
    int FoundFirst,
    int Questions,
    int Expected,
    double? WorstCosine,
    IReadOnlyList<string> Problems)
{
    /// <summary>What it goes by in its data folder.</summary>
    public string? Name { get; init; }

    public bool Passed => Problems.Count == 0;

    /// <summary>Texts that it was given at once in the end; null of a model that takes one after the other.</summary>
    public int? Batch { get; init; }

    /// <summary>Why so many.</summary>
    public string? BatchReason { get; init; }
}
