namespace Winnow.Index;

/// <summary>Every document, score 0.</summary>
public sealed record EverythingQuery : IndexQuery;
