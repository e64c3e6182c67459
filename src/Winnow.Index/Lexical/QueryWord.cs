namespace Winnow.Index.Lexical;

/// <summary>A typed word.</summary>
/// <param name="Term">Its own term.</param>
/// <param name="Others">Terms that may stand for it, and perhaps for its neighbours too.</param>
/// <param name="Condition">Holds where the word occurs in one of its forms.</param>
internal sealed record QueryWord(QueryTerm Term, IReadOnlyList<OtherForm> Others, Constraint Condition)
{
    /// <summary>What the word counts in the query, 0 to 1; a word below 1 also says nothing about whether a document matches.</summary>
    internal float Weight { get; init; } = 1;
}
