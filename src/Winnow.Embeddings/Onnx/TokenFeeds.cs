using Microsoft.ML.OnnxRuntime;

namespace Winnow.Embeddings.Onnx;

/// <summary>The inputs of one batch: rows of ids as wide as the longest, padded on the right.</summary>
internal sealed class TokenFeeds(int[] batch, int[][] tokens, int width, int padding)
{
    private readonly long[] _shape = [batch.Length, width];

    /// <summary>The input of that name; the caller disposes of it.</summary>
    public OrtValue Of(string input)
    {
        var values = new long[batch.Length * width];
        for (var row = 0; row < batch.Length; row++) Fill(input, tokens[batch[row]], values.AsSpan(row * width, width));
        return OrtValue.CreateTensorValueFromMemory(values, _shape);
    }

    private void Fill(string input, int[] ids, Span<long> row)
    {
        switch (input)
        {
            case "input_ids":
                row.Fill(padding);
                for (var i = 0; i < ids.Length; i++) row[i] = ids[i];
                break;
            case "attention_mask":
                row[..ids.Length].Fill(1);
                break;
            case "position_ids":
                for (var i = 0; i < row.Length; i++) row[i] = i;
                break;
            default:
                // One text a row: all of its tokens are of the first type, zero.
                break;
        }
    }
}
