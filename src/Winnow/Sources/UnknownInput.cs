using System.Text;
using Winnow.Sources.Json;

namespace Winnow.Sources;

/// <summary>Says in one sentence what an input that no format recognises looks like, so that its owner knows whether to expect papers in it.</summary>
public static class UnknownInput
{
    private const int NamesShown = 6;

    /// <param name="head">The first bytes, decoded.</param>
    /// <param name="fileName">The file's name or path.</param>
    public static string Describe(ReadOnlySpan<byte> head, string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        if (head.TrimStart(" \t\r\n"u8).IsEmpty)
            return "The file is empty.";

        return Binary(head) ?? Calendar(head) ?? OfJson(JsonShape.Of(head)) ?? OfXml(head) ?? OfText(head, fileName);
    }

    private static string? Binary(ReadOnlySpan<byte> head)
    {
        var kind = head switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF",
            [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive or an office document (unpack it first)",
            _ when head.StartsWith("SQLite format 3"u8) => "an SQLite database",
            _ when head.Length > 262 && head[257..].StartsWith("ustar"u8) => "a tar archive (unpack it first)",
            _ when head.Contains((byte)0) => "binary data",
            _ => null,
        };
        return kind is null ? null : $"The file is {kind}, not paper metadata.";
    }

    private static string? Calendar(ReadOnlySpan<byte> head) =>
        head.StartsWith("BEGIN:VCALENDAR"u8) ? "The file is an iCalendar file: events, not papers." : null;

    private static string? OfJson(JsonShape shape)
    {
        if (!shape.IsJson)
            return null;

        if (shape.HasAny("schedule", "properties.schedule"))
            return "The file is a conference programme in frab JSON: times and rooms, not papers.";

        if (shape.HasAny("reference") && shape.HasAny("doi"))
            return "The file holds reference strings with their DOIs: citations of papers, not the papers' own metadata.";

        if (shape.HasAny("start") && shape.HasAny("title"))
            return "The file is a calendar in JSON: events, not papers.";

        if (shape.HasAny("pos") && shape.HasAny("id"))
            return "The file holds the positions of papers on a map, without their titles.";

        var names = shape.Members.Take(NamesShown).ToArray();
        return names.Length == 0
            ? "The file is JSON, but holds no objects that could be papers."
            : $"The file is JSON with the members {string.Join(", ", names.Select(name => $"\"{Shortened(name)}\""))}; Winnow finds no papers in it.";
    }

    private static string? OfXml(ReadOnlySpan<byte> head)
    {
        if (head.TrimStart(" \t\r\n"u8) is not [(byte)'<', ..])
            return null;

        return head.IndexOf("<schedule"u8) >= 0
            ? "The file is a conference programme in frab XML: times and rooms, not papers."
            : head.IndexOf("<html"u8) >= 0 || head.IndexOf("<HTML"u8) >= 0 || head.IndexOf("<!doctype html"u8) >= 0 || head.IndexOf("<!DOCTYPE html"u8) >= 0
                ? "The file is a web page; Winnow reads what sites export, not their pages."
                : "The file is XML of a kind that Winnow does not know.";
    }

    private static string OfText(ReadOnlySpan<byte> head, string fileName) => Path.GetExtension(fileName.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? fileName[..^3] : fileName).ToUpperInvariant() switch
    {
        ".YML" or ".YAML" => "The file is YAML, as conference sites keep their programmes in; Winnow reads their paper tables (CSV, JSON).",
        ".MD" or ".MARKDOWN" => "The file is Markdown: text for people, not paper metadata.",
        ".CSV" or ".TSV" => "The file is a table without a title column or without authors and abstracts, so it lists no papers.",
        _ when head.StartsWith("---"u8) && head.IndexOf("\nlayout:"u8) > 0 => "The file is a web site's page in Markdown: text for people, not paper metadata.",
        _ when head.StartsWith("* "u8) && head.IndexOf("\n="u8) >= 0 => "The file is a conference programme in the ACL's order format: times and rooms, not papers.",
        _ => $"The file is no format that Winnow knows; it begins \"{Shortened(Encoding.UTF8.GetString(head[..Math.Min(head.Length, 160)]))}\".",
    };

    private static string Shortened(string text)
    {
        var line = Papers.Text.TextCleaning.CleanLine(text, Papers.Text.TextMarkup.None);
        return line.Length <= 60 ? line : $"{line[..60]}…";
    }
}
