namespace Winnow.Index.Lexical;

/// <summary>How a query uses one of its terms.</summary>
internal sealed class TermUse
{
    internal float Weight { get; set; }

    /// <summary>A rarity borrowed from other words, 0 for its own.</summary>
    internal float Idf { get; set; }

    /// <summary>Typed words in whose place it may stand.</summary>
    internal HashSet<QueryTerm> StandsFor { get; } = [];

    /// <summary>The terms that stand for the word only together, this one among them.</summary>
    internal IReadOnlyList<QueryTerm>? Whole { get; set; }
}
