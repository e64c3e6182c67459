using System.Numerics.Tensors;

namespace Winnow.Embeddings.Onnx;

/// <summary>One vector a text from what a transformer says of each token.</summary>
internal static class PooledRows
{
    /// <param name="states">One text's states: tokens × <c>vector.Length</c>, padding behind the tokens.</param>
    /// <param name="tokens">Tokens without the padding, at least one.</param>
    /// <param name="vector">Receives the text's vector.</param>
    public static void Pool(ReadOnlySpan<float> states, int tokens, Pooling pooling, Span<float> vector)
    {
        var width = vector.Length;
        if (pooling is not Pooling.Mean)
        {
            states.Slice(pooling is Pooling.FirstToken ? 0 : (tokens - 1) * width, width).CopyTo(vector);
            return;
        }

        vector.Clear();
        for (var token = 0; token < tokens; token++) TensorPrimitives.Add(vector, states.Slice(token * width, width), vector);
        TensorPrimitives.Divide(vector, tokens, vector);
    }

    /// <summary>Brings the vector to length 1; zeros stay zeros.</summary>
    public static void Normalize(Span<float> vector)
    {
        var length = TensorPrimitives.Norm(vector);
        if (length > 0) TensorPrimitives.Divide(vector, length, vector);
    }
}
