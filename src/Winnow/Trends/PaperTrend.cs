namespace Winnow.Trends;

/// <summary>
/// What is stored of a paper's trend: for each window the binary logarithm of its decayed evidence, projected to 1970. Evidence halves with every half-life of
/// the window, so that <c>value − now / half-life</c> is today's logarithm, and the order of papers never changes by the passing of time alone (forward decay:
/// Cormode, Shkapenyuk, Srivastava, Xu 2009).
/// </summary>
public sealed record PaperTrend
{
    public required double Day { get; init; }

    public required double Week { get; init; }

    public required double Month { get; init; }

    /// <summary>Evidence of all time, which does not decay.</summary>
    public required double All { get; init; }

    /// <summary>When it first appeared here or at a source that counts.</summary>
    public required DateTimeOffset Appeared { get; init; }

    /// <summary>Subject categories, the primary one first.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public string? Venue { get; init; }
}
