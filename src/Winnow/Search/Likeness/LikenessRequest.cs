using Winnow.Papers;

namespace Winnow.Search.Likeness;

/// <summary>More like these, less like those.</summary>
public sealed record LikenessRequest
{
    /// <summary>A text longer than this is cut: an abstract has a tenth of it.</summary>
    public const int LongestText = 20_000;

    /// <summary>Papers that may be named on each side.</summary>
    public const int MostPapers = 50;

    public IReadOnlyList<PaperId> More { get; init; } = [];

    public IReadOnlyList<PaperId> Less { get; init; } = [];

    /// <summary>An abstract, or the beginning of a paper, that is liked as well.</summary>
    public string? Text { get; init; }

    public PaperFacet By { get; init; }

    public int Limit { get; init; } = 20;
}
