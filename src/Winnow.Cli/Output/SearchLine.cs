using System.Text.Json.Serialization;
using Winnow.Search;

namespace Winnow.Cli.Output;

/// <summary>One found paper for a script. Names and meanings are documented in <c>docs/cli.md</c> and stay.</summary>
internal sealed record SearchLine
{
    /// <summary>The question's id, when several were asked.</summary>
    public string? Query { get; init; }

    public required int Rank { get; init; }

    public required double Score { get; init; }

    public required string Title { get; init; }

    public int? Year { get; init; }

    public string? Venue { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>The id that <c>winnow show</c> takes.</summary>
    public required string Id { get; init; }

    /// <summary>Every id that a source gave the paper: the keys of its records.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    /// <summary>As <c>scheme:value</c>.</summary>
    public required IReadOnlyList<string> Identifiers { get; init; }

    public string? Url { get; init; }

    /// <summary>Absent for all that is not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Withdrawn { get; init; }

    public ScoreExplanation? Why { get; init; }

    public static SearchLine Of(SearchHit hit, string? query) => new()
    {
        Query = query,
        Rank = hit.Rank,
        Score = Math.Round(hit.Score, 6),
        Title = hit.Paper.Title,
        Year = hit.Paper.Year,
        Venue = hit.Paper.Venue,
        Authors = [.. hit.Paper.Authors.Select(author => author.Name)],
        Id = hit.Paper.Id.ToString(),
        Ids = [.. hit.Paper.Records.Select(record => record.Key).Distinct()],
        Identifiers = [.. hit.Paper.Identifiers.Select(identifier => identifier.ToString())],
        Url = PaperUrl.Of(hit.Paper),
        Withdrawn = hit.Paper.Withdrawn,
        Why = hit.Why,
    };
}
