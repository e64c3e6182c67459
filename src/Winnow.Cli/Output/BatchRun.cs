namespace Winnow.Cli.Output;

/// <summary>One run of a command with a batch.</summary>
/// <param name="Batch">Its size.</param>
/// <param name="Fits">Whether it ended well.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Memory">The part of the nearest limit that it used, 0 to 1; null when it did not fit.</param>
internal sealed record BatchRun(int Batch, bool Fits, double Seconds, double? Memory);
