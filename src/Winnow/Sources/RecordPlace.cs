using System.Globalization;

namespace Winnow.Sources;

/// <summary>Where a record stands in its input, for a person who wants to look at it.</summary>
/// <param name="File">The file's path as the person gave it, or <c>standard input</c>.</param>
/// <param name="Line">Its first line, counted from 1, where the format has lines.</param>
/// <param name="Number">Which record of the file it is, counted from 1.</param>
public sealed record RecordPlace(string File, long? Line, long? Number)
{
    /// <summary>As in <c>papers.jsonl, line 12, record 11</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}{Part("line", Line)}{Part("record", Number)}");

    private static string Part(string name, long? value) =>
        value is { } number ? string.Create(CultureInfo.InvariantCulture, $", {name} {number}") : "";
}
