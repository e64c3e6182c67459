namespace Winnow.Papers;

/// <summary>How an import stands. It starts as running and ends once, as finished or stopped.</summary>
public enum ImportState
{
    /// <summary>At work, unless its last activity is long ago: a killed process cannot say that it ended.</summary>
    Running,

    /// <summary>Read its input to the end.</summary>
    Finished,

    /// <summary>Ended before that: cancelled, failed or killed. What it had committed stays.</summary>
    Stopped,
}
