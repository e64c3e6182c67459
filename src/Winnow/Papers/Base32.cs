namespace Winnow.Papers;

/// <summary>Crockford's base 32 for 60-bit numbers, lower case, always twelve characters.</summary>
internal static class Base32
{
    private const int Length = 12;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    internal static string Encode(long value) => string.Create(Length, value, static (span, v) =>
    {
        for (var i = Length - 1; i >= 0; i--, v >>= 5)
        {
            span[i] = Alphabet[(int)(v & 31)];
        }
    });

    internal static bool TryDecode(string? text, out long value)
    {
        value = 0;
        if (text is not { Length: Length })
        {
            return false;
        }

        foreach (var c in text)
        {
            var digit = Alphabet.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
            if (digit < 0)
            {
                return false;
            }

            value = (value << 5) | (long)digit;
        }

        return true;
    }
}
