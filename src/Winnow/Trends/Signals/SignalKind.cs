namespace Winnow.Trends.Signals;

/// <summary>What happened to a paper. The numbers are stored: never changed once released.</summary>
public enum SignalKind
{
    /// <summary>A reader of this Winnow voted for it.</summary>
    Vote = 1,

    /// <summary>A vote at a source, such as Hugging Face.</summary>
    Upvote = 2,

    /// <summary>A star on its code's repository.</summary>
    Star = 3,

    /// <summary>A comment on it, or a post that names it.</summary>
    Mention = 4,

    /// <summary>A reader of this Winnow opened it.</summary>
    Read = 5,

    /// <summary>Another work cites it.</summary>
    Citation = 6,
}
