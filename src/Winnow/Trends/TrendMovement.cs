namespace Winnow.Trends;

/// <summary>Where a paper is going. Defined in <c>docs/trends.md</c>.</summary>
public enum TrendMovement
{
    /// <summary>It first appeared within the window.</summary>
    New,

    /// <summary>It gets more now than it did over the longer run.</summary>
    Rising,

    /// <summary>It gets less now than it did over the longer run.</summary>
    Falling,
}
