namespace Winnow.Index.Lexical;

/// <summary>One posting's occurrences in each text field, clamped, in one byte; the first field has the lowest bits.</summary>
internal sealed class FrequencyCode
{
    private readonly int[] _max;

    internal FrequencyCode(IndexSchema schema)
    {
        Fields = schema.Texts.Count;
        Shifts = new int[Fields];
        _max = new int[Fields];
        var shift = 0;
        for (var f = 0; f < Fields; f++)
        {
            Shifts[f] = shift;
            _max[f] = schema.Texts[f].MaxFrequency;
            shift += schema.Texts[f].FrequencyBits;
        }
    }

    internal int Fields { get; }

    internal int[] Shifts { get; }

    internal int Max(int field) => _max[field];

    internal int Decode(byte code, int field) => (code >> Shifts[field]) & _max[field];

    /// <summary>The bits of the fields in <paramref name="fieldMask"/>: a code that shares one occurs there.</summary>
    internal byte Bits(int fieldMask)
    {
        var bits = 0;
        for (var f = 0; f < Fields; f++)
        {
            bits |= (fieldMask & (1 << f)) != 0 ? _max[f] << Shifts[f] : 0;
        }

        return (byte)bits;
    }

    internal byte Encode(ReadOnlySpan<int> frequencies)
    {
        var code = 0;
        for (var f = 0; f < Fields; f++)
        {
            code |= Math.Min(frequencies[f], _max[f]) << Shifts[f];
        }

        return (byte)code;
    }
}
