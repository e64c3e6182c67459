namespace Winnow.Search.Language;

/// <summary>One part of a query. Its text form, which <see cref="QueryParser"/> reads back as an equal clause, is <see cref="object.ToString"/>.</summary>
/// <param name="Excluded">Written with a leading <c>-</c>: papers that match are left out.</param>
public abstract record QueryClause(bool Excluded)
{
    /// <summary>The clause without its sign.</summary>
    private protected abstract string Body { get; }

    // Sealed, because a derived record would otherwise get a generated ToString of its own.
    public sealed override string ToString() => Excluded ? "-" + Body : Body;
}
