namespace Winnow.Search.Language;

/// <summary>A query as <see cref="QueryParser"/> read it.</summary>
/// <param name="Clauses">In the order they were written.</param>
/// <param name="Notes">What could not be read as meant and how it was taken instead; one sentence each.</param>
public sealed record ParsedQuery(IReadOnlyList<QueryClause> Clauses, IReadOnlyList<string> Notes)
{
    /// <summary>The same query without one of its clauses.</summary>
    public ParsedQuery Without(QueryClause clause) => new([.. Clauses.Where(c => c != clause)], []);

    /// <summary>The canonical spelling: <see cref="QueryParser.Parse"/> reads it back as the same clauses.</summary>
    public override string ToString() => string.Join(' ', Clauses);
}
