using Winnow.Trends;

namespace Winnow.Cli.Output;

/// <summary>One trending paper for a script. Names and meanings are documented in <c>docs/cli.md</c> and stay.</summary>
internal sealed record TrendingLine
{
    public required int Rank { get; init; }

    public required double Score { get; init; }

    /// <summary><c>new</c>, <c>rising</c> or <c>falling</c>.</summary>
    public required string Movement { get; init; }

    public required string Title { get; init; }

    public int? Year { get; init; }

    public string? Venue { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    public required string Id { get; init; }

    public required IReadOnlyList<string> Identifiers { get; init; }

    public string? Url { get; init; }

    /// <summary>Signals in equal steps of the window, oldest first.</summary>
    public required IReadOnlyList<double> Series { get; init; }

    /// <summary>The terms that add up to the score.</summary>
    public IReadOnlyList<TrendTerm>? Why { get; init; }

    public static TrendingLine Of(TrendingPaper trending, bool explain) => new()
    {
        Rank = trending.Rank,
        Score = Math.Round(trending.Score, 4),
        Movement = trending.Movement.ToString().ToLowerInvariant(),
        Title = trending.Paper.Title,
        Year = trending.Paper.Year,
        Venue = trending.Paper.Venue,
        Authors = [.. trending.Paper.Authors.Select(author => author.Name)],
        Id = trending.Paper.Id.ToString(),
        Identifiers = [.. trending.Paper.Identifiers.Select(identifier => identifier.ToString())],
        Url = PaperUrl.Of(trending.Paper),
        Series = [.. trending.Series.Values.Select(value => Math.Round(value, 2))],
        Why = explain ? trending.Terms : null,
    };
}
