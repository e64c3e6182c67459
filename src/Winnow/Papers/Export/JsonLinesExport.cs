using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Winnow.Papers.Export;

/// <summary>Papers in Winnow's own format, one JSON object a line, so that another Winnow can import them; <c>docs/formats.md</c> describes the members.</summary>
public static class JsonLinesExport
{
    /// <summary>Letters of all scripts stay readable: the file is never put into a page.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line, ending in a line feed.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="more">Further members, which an import ignores; empty ones are left out.</param>
    public static string Write(Paper paper, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var line = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(line, Readable))
        {
            json.WriteStartObject();
            WritePaper(json, paper);
            foreach (var (name, value) in more)
            {
                Text(json, name, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.WrittenSpan) + "\n";
    }

    private static void WritePaper(Utf8JsonWriter json, Paper paper)
    {
        Text(json, "id", paper.Id.ToString());
        Text(json, "title", paper.Title);
        Texts(json, "authors", paper.Authors.Select(author => author.Name));
        if (paper.Year is { } year)
        {
            json.WriteNumber("year", year);
        }

        Text(json, "published", paper.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Text(json, "venue", paper.Venue);
        Text(json, "status", paper.Status);
        Text(json, "track", paper.Track);
        Text(json, "abstract", paper.Abstract);
        Text(json, "tldr", paper.Tldr);
        Text(json, "comment", paper.Comment);
        Texts(json, "categories", paper.Categories);
        Texts(json, "keywords", paper.Keywords);
        Texts(json, "identifiers", paper.Identifiers.Select(identifier => identifier.ToString()));
        Text(json, "url", paper.Url);
        Text(json, "pdf", paper.Pdf);
        Text(json, "code", paper.Code);
        Text(json, "project", paper.Project);
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        string[] all = [.. values];
        if (all.Length == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in all)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
