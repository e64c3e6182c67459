namespace Winnow.Index.Vectors;

/// <summary>Which model's vectors an index holds. Vectors of two spaces are never compared.</summary>
/// <param name="Model">The model's name and version on one line, such as <c>winnow-static/1</c>.</param>
/// <param name="Dimensions">Length of every vector, 1 to 4,096.</param>
public sealed record VectorSpace(string Model, int Dimensions);
