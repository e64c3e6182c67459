namespace Winnow.Cli.Output;

/// <summary>What <c>winnow batch-size</c> found, for a script.</summary>
/// <param name="Largest">The largest batch that was run and fitted.</param>
/// <param name="Fastest">The smallest one that is nearly as fast as the fastest.</param>
/// <param name="FastestRate">Items a second with it.</param>
/// <param name="RememberedFrom">When it was found, if that was before; else null.</param>
/// <param name="Runs">What was tried; empty when remembered.</param>
internal sealed record BatchSizeReport(int Largest, int Fastest, double FastestRate, DateTimeOffset? RememberedFrom, IReadOnlyList<BatchRun> Runs);
