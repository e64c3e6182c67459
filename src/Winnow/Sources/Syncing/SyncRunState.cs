namespace Winnow.Sources.Syncing;

/// <summary>How a run stands. It starts as running and ends once.</summary>
public enum SyncRunState
{
    /// <summary>At work, unless its last activity is long ago: a killed process cannot say that it ended.</summary>
    Running,

    /// <summary>Came to the source's end.</summary>
    Finished,

    /// <summary>The source asked to be left alone for a while; the next run goes on.</summary>
    Waiting,

    /// <summary>The source or its answer failed; the next run goes on.</summary>
    Failed,

    /// <summary>Cancelled or killed; the next run goes on.</summary>
    Stopped,
}
