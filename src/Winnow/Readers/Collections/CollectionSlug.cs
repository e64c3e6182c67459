using System.Text;

namespace Winnow.Readers.Collections;

/// <summary>A collection's name as an address has it: <c>Reading group, spring</c> is <c>reading-group-spring</c>.</summary>
internal static class CollectionSlug
{
    /// <summary>Of a name without any Latin letter or digit.</summary>
    private const string Unnamed = "collection";

    private const int Longest = 60;

    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (!IsAccent(c) && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString();
        if (text.Length > Longest)
        {
            // At a word's end, where there is one.
            var end = text.LastIndexOf('-', Longest);
            text = text[..(end > 0 ? end : Longest)];
        }

        text = text.Trim('-');
        return text.Length > 0 ? text : Unnamed;
    }

    /// <summary>Apart from its letter after decomposition.</summary>
    private static bool IsAccent(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
