namespace Winnow.Sources.Fetching;

/// <summary>A source cannot be read now. The message is one sentence for a person: what happened, where, and what to do where there is something to do.</summary>
public sealed class SourceException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>When the source asked to be asked again; null when it did not say.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Whether asking again is useless until a person has changed something: a wrong name, a missing key, a challenge page.</summary>
    public bool NeedsPerson { get; init; }
}
