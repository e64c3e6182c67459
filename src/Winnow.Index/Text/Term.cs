namespace Winnow.Index.Text;

/// <summary>A term and where it stands in the analysed text.</summary>
/// <param name="Value">The folded, stemmed form that the index holds.</param>
/// <param name="Start">UTF-16 code units from the beginning.</param>
/// <param name="Length">UTF-16 code units of the original text that it covers.</param>
/// <param name="Position">Counts words; a phrase is words at successive positions.</param>
/// <param name="Kind">Whether it is a word of the text or another form of one.</param>
public readonly record struct Term(string Value, int Start, int Length, int Position, TermKind Kind = TermKind.Word);
