namespace Winnow.Index.Lexical;

/// <param name="Term">The term.</param>
/// <param name="Weight">What it counts beside a typed word.</param>
/// <param name="Idf">The rarity to score it with, 0 for its own.</param>
/// <param name="StandsFor">The typed words that a document with this term has.</param>
internal sealed record OtherForm(QueryTerm Term, float Weight, float Idf, IReadOnlyList<QueryTerm> StandsFor)
{
    /// <summary>When only all of several terms together are the word: those terms.</summary>
    internal IReadOnlyList<QueryTerm>? Whole { get; init; }
}
