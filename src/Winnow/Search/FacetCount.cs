namespace Winnow.Search;

public sealed record FacetCount(string Value, long Papers);
