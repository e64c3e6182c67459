namespace Winnow.Embeddings.Fitting;

/// <summary>The two texts of one paper, which a model is fitted to.</summary>
public sealed record PaperText(string Title, string Abstract);
