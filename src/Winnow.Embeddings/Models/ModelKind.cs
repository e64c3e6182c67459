namespace Winnow.Embeddings.Models;

/// <summary>How a model computes.</summary>
public enum ModelKind
{
    /// <summary>Token vectors, summed: <see cref="Winnow.Embeddings.Static"/>.</summary>
    Static,

    /// <summary>A transformer in ONNX form on this machine: <see cref="Winnow.Embeddings.Onnx"/>.</summary>
    Onnx,

    /// <summary>Behind an endpoint: <see cref="Winnow.Embeddings.Remote"/>.</summary>
    Remote,
}
