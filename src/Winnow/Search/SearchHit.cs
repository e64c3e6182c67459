using Winnow.Papers;

namespace Winnow.Search;

/// <summary>One ranked paper.</summary>
public sealed record SearchHit
{
    /// <summary>1 for the best, counted over all pages.</summary>
    public required int Rank { get; init; }

    public required double Score { get; init; }

    public required Paper Paper { get; init; }

    /// <summary>The title with the words that matched.</summary>
    public required HighlightedText Title { get; init; }

    /// <summary>The passage of the abstract that answers best, with the words that matched; null without an abstract.</summary>
    public HighlightedText? Snippet { get; init; }

    /// <summary>Which terms made the score, when asked for.</summary>
    public ScoreExplanation? Why { get; init; }
}
