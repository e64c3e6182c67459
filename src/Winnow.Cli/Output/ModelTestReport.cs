using Winnow.Cli.Hosting;
using Winnow.Embeddings.Models;

namespace Winnow.Cli.Output;

/// <summary>What came of trying a model, for a script; the names are those of <see cref="ModelTestResult"/>.</summary>
internal sealed record ModelTestReport(
    string Name,
    bool Passed,
    string? Model,
    int Dimensions,
    double TextsPerSecond,
    double QuestionMilliseconds,
    double Related,
    double Unrelated,
    int FoundFirst,
    int Questions,
    int Expected,
    double? WorstCosine,
    int? Batch,
    string? BatchReason,
    IReadOnlyList<string> Problems)
{
    public static ModelTestReport Of(string name, ModelTestResult result, ModelBatch? batch) => new(
        name,
        result.Problems.Count == 0,
        result.Model,
        result.Dimensions,
        Math.Round(result.TextsPerSecond, 1),
        Math.Round(result.QuestionMilliseconds, 3),
        Math.Round(result.Related, 4),
        Math.Round(result.Unrelated, 4),
        result.FoundFirst,
        result.Questions,
        result.Expected,
        result.WorstCosine is { } worst ? Math.Round(worst, 4) : null,
        batch?.Size,
        batch?.Why,
        result.Problems);
}
