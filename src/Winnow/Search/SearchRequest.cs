namespace Winnow.Search;

/// <summary>What a person asked. Everything that a page's URL or a command line can say.</summary>
public sealed record SearchRequest
{
    /// <summary>The query as typed, in the query language.</summary>
    public required string Text { get; init; }

    /// <summary>Whether words that stand in no paper are searched all the same, instead of what was probably meant by them.</summary>
    public bool Verbatim { get; init; }

    /// <summary>Filters set by clicking, on top of those written in <see cref="Text"/>; within one list any may hold, across lists all must.</summary>
    public SearchFilters Filters { get; init; } = new();

    public SearchSort Sort { get; init; } = SearchSort.Relevance;

    public int Offset { get; init; }

    public int Limit { get; init; } = 20;

    /// <summary>Whether to count years, venues, sources and categories of all matches.</summary>
    public bool WithFacets { get; init; }

    /// <summary>Whether each hit carries its score's explanation.</summary>
    public bool WithExplanation { get; init; }

    /// <summary>Whether <see cref="Text"/> is still being typed: its last word then also stands for the words that it begins.</summary>
    public bool Typing { get; init; }
}
