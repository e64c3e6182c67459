namespace Winnow.Index.Vectors;

/// <summary>The folder holds vectors of another model; each model's vectors have a folder of their own.</summary>
public sealed class VectorSpaceException(string folder, VectorSpace found, VectorSpace wanted)
    : InvalidOperationException(
        $"The folder {folder} holds vectors of {found.Model} with {found.Dimensions} dimensions, not of {wanted.Model} with {wanted.Dimensions}.");
