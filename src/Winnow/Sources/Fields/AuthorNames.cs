using System.Text;
using Winnow.Papers;
using Winnow.Papers.Text;

namespace Winnow.Sources.Fields;

/// <summary>Reads the ways in which sources write authors, into names as printed, given name first.</summary>
internal static class AuthorNames
{
    private static readonly string[] Suffixes = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "PhD", "Ph.D.", "MD", "M.D."];

    /// <summary>One author per text. Blank names, and names that stand twice with the same affiliation, are left out.</summary>
    internal static IReadOnlyList<Author> Of(IEnumerable<(string? Name, string? Affiliation)> authors, TextMarkup markup = TextMarkup.TeX)
    {
        var list = new List<Author>();
        HashSet<Author>? seen = null;
        foreach (var (name, affiliation) in authors)
        {
            if (RecordText.Line(name, markup) is not { } clean || !HasLetter(clean))
                continue;

            var author = new Author(clean, RecordText.Line(affiliation, markup));
            // Few authors are compared by eye; the 3,000 of an experiment by hash.
            if (list.Count < 32 ? list.Contains(author) : !(seen ??= [.. list]).Add(author))
                continue;

            list.Add(author);
        }

        return list;
    }

    internal static IReadOnlyList<Author> Of(IEnumerable<string> names, TextMarkup markup = TextMarkup.TeX) =>
        Of(names.Select(name => ((string?)GivenFirst(name), (string?)null)), markup);

    /// <summary>"Last, First" and "Last, First, Jr." as people print them; any other name as it is.</summary>
    internal static string GivenFirst(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0)
            return name;

        var last = name[..comma].Trim();
        var rest = name[(comma + 1)..].Trim();
        var second = rest.IndexOf(',', StringComparison.Ordinal);
        if (second >= 0)
        {
            var first = rest[..second].Trim();
            var other = rest[(second + 1)..].Trim();
            // BibTeX puts the suffix second, RIS third.
            return IsSuffix(first) ? $"{other} {last} {first}" : IsSuffix(other) ? $"{first} {last} {other}" : name;
        }

        return rest.Length == 0 ? last : IsSuffix(rest) ? $"{last} {rest}" : $"{rest} {last}";
    }

    /// <summary>
    /// A list in one string. Semicolons, bars, middle dots, "and" and ampersands separate; commas do where no other separator stands and what they
    /// part are whole names, not "Last, First".
    /// </summary>
    internal static IReadOnlyList<string> Split(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];

        foreach (var separator in (ReadOnlySpan<string>)[";", "|", " · "])
        {
            if (text.Contains(separator, StringComparison.Ordinal))
                return Parts(text, separator);
        }

        var conjoined = Parts(text.Replace(" & ", " and ", StringComparison.Ordinal), " and ");
        if (conjoined.Count == 1)
            return IsLastFirst(text) ? [text.Trim()] : Parts(text, ",");

        // "A, B and C" or "Last, First and Last, First".
        return conjoined[..^1].All(part => IsLastFirst(part)) && IsLastFirst(conjoined[^1]) ? conjoined : [.. conjoined.SelectMany(part => Parts(part, ","))];
    }

    /// <summary>
    /// A list as arXiv writes it: "A. B, C. D and E. F (1) ((1) Somewhere)". Names are given first; what stands in parentheses is not part of them.
    /// </summary>
    internal static IReadOnlyList<string> CommaList(string? text)
    {
        var names = new List<string>();
        foreach (var conjoined in Parts(WithoutParentheses(text ?? ""), " and "))
        {
            foreach (var part in Parts(conjoined, ","))
            {
                if (IsSuffix(part) && names.Count > 0)
                    names[^1] = $"{names[^1]} {part}";
                else
                    names.Add(part);
            }
        }

        return names;
    }

    private static string WithoutParentheses(string text)
    {
        if (!text.Contains('(', StringComparison.Ordinal))
            return text;

        var kept = new StringBuilder(text.Length);
        var depth = 0;
        foreach (var c in text)
        {
            depth += c == '(' ? 1 : 0;
            if (depth == 0)
                kept.Append(c);

            depth -= c == ')' && depth > 0 ? 1 : 0;
        }

        return kept.ToString();
    }

    private static List<string> Parts(string text, string separator) =>
        [.. text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(WithoutConjunction).Where(part => part.Length > 0)];

    /// <summary>"A, B, and C" leaves "and C".</summary>
    private static string WithoutConjunction(string part) => part.StartsWith("and ", StringComparison.OrdinalIgnoreCase) ? part[4..].TrimStart() : part;

    /// <summary>"Comaromi, J.P." and "Vaswani, Ashish": one comma, one word of surname or initials after it.</summary>
    private static bool IsLastFirst(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0 || text.IndexOf(',', comma + 1) >= 0)
            return false;

        var last = text[..comma].Trim();
        var first = text[(comma + 1)..].Trim();
        return !last.Contains(' ', StringComparison.Ordinal) || first.Length <= 2 || first.Contains('.', StringComparison.Ordinal) && !first.Contains(' ', StringComparison.Ordinal);
    }

    private static bool IsSuffix(string text) => Suffixes.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static bool HasLetter(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c) || char.IsSurrogate(c))
                return true;
        }

        return false;
    }
}
