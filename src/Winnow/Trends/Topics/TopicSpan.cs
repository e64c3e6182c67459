namespace Winnow.Trends.Topics;

/// <summary>How long a stretch of the stream is counted together.</summary>
public enum TopicSpan
{
    Day,

    /// <summary>An ISO week, from Monday.</summary>
    Week,

    Month,
    Year,
}
