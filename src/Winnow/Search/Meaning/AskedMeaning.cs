namespace Winnow.Search.Meaning;

/// <summary>What is looked for, as one model sees it.</summary>
/// <param name="Vectors">That model's vectors.</param>
/// <param name="Vector">The question's or the paper's own, of length 1.</param>
internal readonly record struct AskedMeaning(PaperVectors Vectors, float[] Vector);
