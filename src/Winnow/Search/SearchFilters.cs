namespace Winnow.Search;

public sealed record SearchFilters
{
    public int? FromYear { get; init; }

    public int? ToYear { get; init; }

    public IReadOnlyList<string> Venues { get; init; } = [];

    public IReadOnlyList<string> Sources { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public bool HasCode { get; init; }
}
