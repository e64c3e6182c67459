namespace Winnow.Index.Text;

/// <summary>A word of a text, before stemming.</summary>
/// <param name="Start">UTF-16 code units from the beginning of the text.</param>
/// <param name="Length">UTF-16 code units of the text.</param>
/// <param name="FoldedStart">Where its folded form begins in the tokenizer's buffer.</param>
/// <param name="FoldedLength">At most <see cref="Tokenizer.MaxTokenLength"/>.</param>
/// <param name="Position">Counts words.</param>
/// <param name="Joins">On the first part of a compound, how many parts it has; otherwise 0.</param>
internal readonly record struct Token(int Start, int Length, int FoldedStart, int FoldedLength, int Position, int Joins);
