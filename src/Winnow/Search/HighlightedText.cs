namespace Winnow.Search;

/// <param name="Text">Plain text; TeX is left as it is.</param>
/// <param name="Marks">Ranges in UTF-16 code units to highlight, ascending and disjoint.</param>
public sealed record HighlightedText(string Text, IReadOnlyList<(int Start, int Length)> Marks);
