namespace Winnow.Cli.Diagnosis;

/// <summary>What the doctor saw in one place.</summary>
/// <param name="Subject">Where it looked, in a word or two.</param>
/// <param name="State">How it is.</param>
/// <param name="Says">What it saw, in one sentence.</param>
/// <param name="Advice">What to do; null when all is fine.</param>
internal sealed record Finding(string Subject, FindingState State, string Says, string? Advice = null)
{
    public static Finding Fine(string subject, string says) => new(subject, FindingState.Fine, says);

    public static Finding Note(string subject, string says, string advice) => new(subject, FindingState.Note, says, advice);

    public static Finding Problem(string subject, string says, string advice) => new(subject, FindingState.Problem, says, advice);
}
