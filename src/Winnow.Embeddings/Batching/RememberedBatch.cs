namespace Winnow.Embeddings.Batching;

/// <summary>An earlier answer.</summary>
/// <param name="Command">What was run, for people who read the file.</param>
/// <param name="Largest">As <see cref="BatchFinding.Largest"/>.</param>
/// <param name="Fastest">As <see cref="BatchFinding.Fastest"/>.</param>
/// <param name="FastestRate">As <see cref="BatchFinding.FastestRate"/>.</param>
/// <param name="FoundAt">When.</param>
/// <param name="Bytes">What <paramref name="Fastest"/> took in the process that found it; 0 when nobody measured.</param>
public sealed record RememberedBatch(string Command, int Largest, int Fastest, double FastestRate, DateTimeOffset FoundAt, long Bytes = 0);
