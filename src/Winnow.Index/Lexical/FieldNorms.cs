using Winnow.Index.Segments;

namespace Winnow.Index.Lexical;

/// <summary>
/// What one occurrence counts in each field by the field's length: w / (1 − b + b·len / avg), tabulated over the 256 length codes. The sum over fields of
/// occurrences times this is BM25F's tf~ (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, section 3.6).
/// </summary>
internal sealed class FieldNorms
{
    internal const int Codes = 256;

    internal FieldNorms(IndexSchema schema, ReadOnlySpan<float> averages, FrequencyCode code, int fieldMask = -1)
    {
        Code = code;
        // Pinned, so that the gather kernel may hold its address.
        Table = GC.AllocateArray<float>(schema.Texts.Count * Codes, pinned: true);
        for (var f = 0; f < schema.Texts.Count; f++)
        {
            var field = schema.Texts[f];
            for (var i = 0; i < Codes && (fieldMask & (1 << f)) != 0; i++)
            {
                var b = field.LengthNormalisation;
                var relative = averages[f] > 0 ? FieldLength.Decode((byte)i) / averages[f] : 1f;
                // b = 1 and an unknown length of 0 would divide by nothing.
                Table[(f * Codes) + i] = field.Weight / Math.Max(1f - b + (b * relative), 0.01f);
            }
        }
    }

    internal FrequencyCode Code { get; }

    internal float[] Table { get; }

    /// <summary>tf~ of one posting.</summary>
    internal float Frequency(byte code, uint lengths)
    {
        var sum = 0f;
        for (var f = 0; f < Code.Fields; f++)
        {
            sum += Code.Decode(code, f) * Table[(f * Codes) + (byte)(lengths >> (8 * f))];
        }

        return sum;
    }
}
