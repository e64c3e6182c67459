using System.Text;
using Winnow.Papers.Text;

namespace Winnow.Tests.Papers.Export;

/// <summary>Reads BibTeX by its grammar and accepts nothing else, counting braces as BibTeX does: escaped or not.</summary>
internal static class StrictBibTeX
{
    internal sealed record Entry(string Type, string Key, IReadOnlyDictionary<string, string> Fields);

    internal static List<Entry> Read(string text)
    {
        var entries = new List<Entry>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && text[at] == '\n')
                at++;

            if (at == text.Length)
                return entries;

            Expect(text, ref at, "@");
            var type = Until(text, ref at, '{');
            var key = Until(text, ref at, ',');
            Expect(text, ref at, "\n");
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            while (text[at] != '}')
            {
                Expect(text, ref at, "  ");
                var name = Until(text, ref at, ' ');
                Expect(text, ref at, "= ");
                fields.Add(name, Braced(text, ref at));
                Expect(text, ref at, ",\n");
            }

            Expect(text, ref at, "}\n");
            entries.Add(new Entry(type, key, fields));
        }
    }

    /// <summary>A value as a person reads it: protecting braces gone, escapes undone, formulas untouched.</summary>
    internal static string Printed(string value)
    {
        var output = new StringBuilder();
        var formulas = TexMaths.Find(value);
        for (var i = 0; i < value.Length; i++)
        {
            if (formulas.FirstOrDefault(range => range.Start.Value == i) is { End.Value: > 0 } formula)
            {
                output.Append(value[formula]);
                i = formula.End.Value - 1;
            }
            else if (value[i] == '\\')
            {
                var end = value.AsSpan(i + 1) is [>= 'a' and <= 'z', ..] ? value.IndexOf("{}", i, StringComparison.Ordinal) + 2 : i + 2;
                output.Append(value[i..end] switch
                {
                    "\\textbackslash{}" => "\\",
                    "\\textbraceleft{}" => "{",
                    "\\textbraceright{}" => "}",
                    "\\textasciitilde{}" => "~",
                    "\\textasciicircum{}" => "^",
                    { Length: 2 } escape => escape[1..],
                    var other => throw new FormatException($"'{other}' is not something that Winnow writes."),
                });
                i = end - 1;
            }
            else if (value[i] is not ('{' or '}'))
            {
                output.Append(value[i]);
            }
        }

        return output.ToString();
    }

    private static string Braced(string text, ref int at)
    {
        var start = at;
        var depth = 0;
        do
        {
            depth += text[at++] switch { '{' => 1, '}' => -1, '\n' => throw new FormatException("A field runs over its line."), _ => 0 };
        }
        while (depth > 0);

        return text[(start + 1)..(at - 1)];
    }

    private static string Until(string text, ref int at, char end)
    {
        var start = at;
        while (text[at] != end)
        {
            if (!char.IsAsciiLetterOrDigit(text[at]))
                throw new FormatException($"'{text[at]}' in a name at {at}.");

            at++;
        }

        return text[start..at++];
    }

    private static void Expect(string text, ref int at, string expected)
    {
        if (!text.AsSpan(at).StartsWith(expected, StringComparison.Ordinal))
            throw new FormatException($"'{expected}' does not stand at {at}.");

        at += expected.Length;
    }
}
