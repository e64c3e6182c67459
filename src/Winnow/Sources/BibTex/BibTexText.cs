using Winnow.Papers;
using Winnow.Papers.Text;
using Winnow.Sources.Fields;

namespace Winnow.Sources.BibTex;

/// <summary>Values of BibTeX fields as plain text.</summary>
internal static class BibTexText
{
    /// <summary>Accents to Unicode first, since their groups say what they stand on; then the groups go.</summary>
    internal static string? Line(string? value) => value is null ? null : RecordText.Line(TexText.WithoutGroups(TextCleaning.CleanLine(value)));

    internal static string? Prose(string? value) => value is null ? null : RecordText.Prose(TexText.WithoutGroups(TextCleaning.CleanText(value)));

    /// <summary>An address without <c>\url{}</c> and TeX's escapes.</summary>
    internal static string? Link(string? value)
    {
        if (value is null)
            return null;

        var link = value.Replace("\\url", "", StringComparison.Ordinal).Replace("{\\textasciitilde}", "~", StringComparison.Ordinal);
        foreach (var escaped in (ReadOnlySpan<string>)["_", "%", "&", "#", "~"])
            link = link.Replace($"\\{escaped}", escaped, StringComparison.Ordinal);

        return RecordText.Link(link.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));
    }

    /// <summary>Names separated by "and" outside braces; "and others" says that there are more.</summary>
    internal static IReadOnlyList<Author> Authors(string? value)
    {
        if (value is null)
            return [];

        var names = Split(value, IsAnd).Where(name => !name.Equals("others", StringComparison.OrdinalIgnoreCase) && !name.Equals("et al.", StringComparison.OrdinalIgnoreCase));
        return AuthorNames.Of(names.Select(name => ((string?)Line(GivenFirst(name)), (string?)null)), TextMarkup.None);
    }

    /// <summary>Commas inside braces belong to the name of an organisation.</summary>
    private static string GivenFirst(string name)
    {
        var parts = Split(name, (text, at) => text[at] == ',' ? 1 : 0);
        return parts.Count < 2 ? name : AuthorNames.GivenFirst(string.Join(", ", parts));
    }

    private static List<string> Split(string text, Func<string, int, int> separatorLength)
    {
        var parts = new List<string>();
        int depth = 0, start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth > 0 || separatorLength(text, i) is not (> 0 and var length))
                continue;

            parts.Add(text[start..i].Trim());
            start = i + length;
            i = start - 1;
        }

        parts.Add(text[start..].Trim());
        parts.RemoveAll(part => part.Length == 0);
        return parts;
    }

    private static int IsAnd(string text, int at) =>
        char.IsWhiteSpace(text[at]) && at + 4 < text.Length && text.AsSpan(at + 1, 3).Equals("and", StringComparison.OrdinalIgnoreCase) && char.IsWhiteSpace(text[at + 4]) ? 5 : 0;
}
