namespace Winnow.Trends;

/// <summary>How far work in the background has got.</summary>
/// <param name="Done">Papers that are done.</param>
/// <param name="Total">Papers that there were when it began, and those that came since.</param>
/// <param name="Took">How long that took, rests included.</param>
public sealed record WorkProgress(long Done, long Total, TimeSpan Took)
{
    /// <summary>Until all is done at this pace; null before anything is.</summary>
    public TimeSpan? TimeLeft => Done == 0 ? null : Took * ((double)Math.Max(0, Total - Done) / Done);
}
