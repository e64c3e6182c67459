namespace Winnow.Index;

/// <summary>Words that stand side by side in one field. Its words also rank as single words do.</summary>
/// <param name="Text">Analysed as the field is, so "neural networks" finds "neural network".</param>
/// <param name="Field">Only this text field; null: any.</param>
public sealed record PhraseQuery(string Text, string? Field = null) : IndexQuery;
