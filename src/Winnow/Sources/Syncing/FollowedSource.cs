namespace Winnow.Sources.Syncing;

/// <summary>A source that the library follows, with where it stands.</summary>
/// <param name="Id">Of this library, never given again.</param>
/// <param name="Name">As people call it; unique, ignoring case.</param>
/// <param name="Kind">As <see cref="ILiveSource.Kind"/>.</param>
/// <param name="Follows">What of it.</param>
public sealed record FollowedSource(long Id, string Name, string Kind, string Follows)
{
    /// <summary>How often it is asked.</summary>
    public required TimeSpan Interval { get; init; }

    public required DateTimeOffset Added { get; init; }

    /// <summary>The first day that is wanted; null leaves it to the kind.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>A paused source is asked only when somebody names it.</summary>
    public bool Paused { get; init; }

    /// <summary>From where to read on; null before the first page.</summary>
    public string? Cursor { get; init; }

    /// <summary>When it is due, unless paused.</summary>
    public required DateTimeOffset NextRun { get; init; }

    /// <summary>When a run last ended, in whatever way.</summary>
    public DateTimeOffset? LastRun { get; init; }

    /// <summary>When a run last came to the source's end.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>Runs in a row that failed.</summary>
    public int Failures { get; init; }

    /// <summary>Why the last run did not come to the source's end; one sentence, null when it did.</summary>
    public string? LastError { get; init; }

    /// <summary>Whether the schedule wants it run.</summary>
    public bool IsDue(DateTimeOffset now) => !Paused && NextRun <= now;
}
