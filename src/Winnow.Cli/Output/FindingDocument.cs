namespace Winnow.Cli.Output;

/// <param name="Subject">Where the doctor looked.</param>
/// <param name="State"><c>fine</c>, <c>note</c> or <c>problem</c>.</param>
/// <param name="Says">What it saw.</param>
/// <param name="Advice">What to do, if anything.</param>
internal sealed record FindingDocument(string Subject, string State, string Says, string? Advice);
