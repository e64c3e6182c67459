namespace Winnow.Embeddings.Onnx;

/// <summary>How the vectors of a text's tokens become one.</summary>
public enum Pooling
{
    /// <summary>Their mean, padding left out.</summary>
    Mean,

    /// <summary>The first token's, usually <c>[CLS]</c>.</summary>
    FirstToken,

    /// <summary>The last token's before the padding, as in models that read from left to right.</summary>
    LastToken,
}
