namespace Winnow.Sources.Ris;

/// <summary>
/// One record of RIS (<c>TY  - JOUR</c> … <c>ER  -</c>) or of Web of Science's export (<c>PT J</c> … <c>ER</c>), as tags and values in their order: the
/// wire shape.
/// </summary>
internal sealed class RisRecord
{
    private static readonly string[] PeopleByLine = ["AU", "AF"];

    private readonly List<(string Tag, string Value)> _fields = [];

    /// <summary>Web of Science's tags mean other things here and there.</summary>
    internal bool IsWebOfScience { get; private init; }

    internal IEnumerable<string> All(params IReadOnlyList<string> tags) => _fields.Where(field => tags.Contains(field.Tag) && field.Value.Length > 0).Select(field => field.Value);

    /// <summary>The first value of the first tag that has any.</summary>
    internal string? First(params IReadOnlyList<string> tags)
    {
        foreach (var tag in tags)
        {
            foreach (var value in All(tag))
                return value;
        }

        return null;
    }

    internal static RisRecord Read(string text)
    {
        var lines = text.Split('\n');
        var record = new RisRecord { IsWebOfScience = lines.Any(line => line.StartsWith("PT ", StringComparison.Ordinal)) };
        foreach (var line in lines)
        {
            if (RisLine.TryRead(line, record.IsWebOfScience, out var tag, out var value))
                record._fields.Add((tag, value.Trim()));
            else if (record._fields.Count > 0 && line.Trim() is { Length: > 0 } more)
                record.Continue(more);
        }

        return record;
    }

    private void Continue(string more)
    {
        var (tag, value) = _fields[^1];
        if (IsWebOfScience && PeopleByLine.Contains(tag))
            _fields.Add((tag, more));
        else
            _fields[^1] = (tag, value.Length == 0 ? more : $"{value} {more}");
    }
}
