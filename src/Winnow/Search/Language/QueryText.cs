using System.Text;

namespace Winnow.Search.Language;

/// <summary>Makes whatever was typed or pasted into text that can be read.</summary>
internal static class QueryText
{
    /// <summary>Longer than any abstract worth pasting whole; what follows is cut off.</summary>
    internal const int MaxLength = 4000;

    internal static bool IsQuote(char c) => c is '"' or '“' or '”' or '„';

    /// <summary>NFC, without control characters and unpaired surrogates, at most <see cref="MaxLength"/> UTF-16 code units.</summary>
    internal static string Clean(string text, out bool truncated)
    {
        truncated = text.Length > MaxLength;
        var clean = new StringBuilder(Math.Min(text.Length, MaxLength));
        for (var i = 0; i < text.Length && clean.Length < MaxLength; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                var paired = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
                _ = paired ? clean.Append(text, i++, 2) : clean.Append(' ');
            }
            else
            {
                // U+FFFE and U+FFFF are noncharacters, which normalisation refuses.
                clean.Append(char.IsControl(text[i]) || text[i] >= '\uFFFE' ? ' ' : text[i]);
            }
        }

        // Composition can lengthen text (some scripts' precomposed letters are excluded from it), so the limit is applied to its result.
        var composed = clean.ToString().Normalize(NormalizationForm.FormC);
        if (composed.Length <= MaxLength)
        {
            return composed;
        }

        truncated = true;
        return composed[..(char.IsHighSurrogate(composed[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }

    internal static string CollapseSpaces(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                result.Append(c);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd(' ');
    }
}
