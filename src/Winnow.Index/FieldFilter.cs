namespace Winnow.Index;

/// <summary>Holds or does not hold for a document; adds nothing to its score.</summary>
/// <param name="Field">The field that it looks at; facets of that field ignore it when it stands in <see cref="SearchOptions.Filters"/>.</param>
public abstract record FieldFilter(string Field) : IndexQuery;
