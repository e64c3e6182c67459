namespace Winnow.Index.Lexical;

/// <summary>A query made ready for one snapshot.</summary>
internal sealed class QueryPlan
{
    /// <summary>Scored terms, rarest first: all sums run in this order, so that a document's score does not depend on where it is stored.</summary>
    internal required IReadOnlyList<QueryTerm> Terms { get; init; }

    internal required IReadOnlyList<QueryPhrase> Phrases { get; init; }

    /// <summary>All must hold.</summary>
    internal required IReadOnlyList<Constraint> Required { get; init; }

    /// <summary>A document matches when the masses of its terms sum to at least this; 0: by the constraints alone.</summary>
    internal required long RequiredMass { get; init; }

    internal required IReadOnlyList<WordCorrection> Corrections { get; init; }

    /// <summary>The query has words, but no document has any of them: nothing matches.</summary>
    internal required bool Hopeless { get; init; }
}
