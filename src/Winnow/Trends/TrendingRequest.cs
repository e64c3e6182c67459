using Winnow.Trends.Signals;

namespace Winnow.Trends;

/// <summary>What list of trending papers is wanted.</summary>
public sealed record TrendingRequest
{
    public TrendWindow Window { get; init; } = TrendWindow.Day;

    /// <summary>Only papers of this category, primary or not, such as <c>cs.CL</c>; a whole archive by its name, such as <c>cs</c>.</summary>
    public string? Category { get; init; }

    /// <summary>Only papers of this venue.</summary>
    public string? Venue { get; init; }

    public int Offset { get; init; }

    public int Limit { get; init; } = 25;

    /// <summary>Who asks: their own votes are marked.</summary>
    public ReaderKey? Reader { get; init; }
}
