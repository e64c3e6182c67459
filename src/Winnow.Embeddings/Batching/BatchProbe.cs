namespace Winnow.Embeddings.Batching;

/// <summary>What one run with a batch of a certain size showed.</summary>
/// <param name="Batch">Its size, at least 1.</param>
/// <param name="Shares">Of each limit, in a fixed order, the part that the run used at its peak: 0 nothing, 1 all. Empty when nothing could be measured.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Fits">False when it ran out of memory; then shares and time say nothing.</param>
public sealed record BatchProbe(int Batch, IReadOnlyList<double> Shares, double Seconds, bool Fits)
{
    /// <summary>Items a second.</summary>
    public double Rate => Seconds > 0 ? Batch / Seconds : 0;
}
