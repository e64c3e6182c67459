using Winnow.Index.Segments;

namespace Winnow.Index.Lexical;

/// <summary>A query made ready for one snapshot.</summary>
internal sealed class QueryPlan
{
    private Dictionary<(int Phrase, int Segment), ulong[]>? _stands;

    /// <summary>Scored terms, rarest first: all sums run in this order, so that a document's score does not depend on where it is stored.</summary>
    internal required IReadOnlyList<QueryTerm> Terms { get; init; }

    internal required IReadOnlyList<QueryPhrase> Phrases { get; init; }

    /// <summary>All must hold.</summary>
    internal required IReadOnlyList<Constraint> Required { get; init; }

    /// <summary>A document matches when the masses of its terms sum to at least this; 0: by the constraints alone.</summary>
    internal required long RequiredMass { get; init; }

    /// <summary>The query has words, but no document has any of them: nothing matches.</summary>
    internal required bool Hopeless { get; init; }

    /// <summary>The documents of a segment in which a wanted phrase stands. Read once: every document that is scored asks for them.</summary>
    internal ulong[] Stands(SearchScratch scratch, Snapshot snapshot, int phrase, int segment)
    {
        _stands ??= [];
        if (!_stands.TryGetValue((phrase, segment), out var bits))
        {
            bits = Constraint.NewBits(snapshot, segment);
            new PhraseConstraint(Phrases[phrase]).Evaluate(scratch, snapshot, segment, bits);
            _stands.Add((phrase, segment), bits);
        }

        return bits;
    }
}
