using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Winnow.Papers;

namespace Winnow.Benchmarks.Topics;

/// <summary>The papers of ../shared/data as a stream with dates: those of a day, of a month (by arXiv id) and of a year.</summary>
internal static class DatedPapers
{
    /// <summary>Papers whose id or title came before are left out, as importing would merge them.</summary>
    internal static IEnumerable<Paper> Read()
    {
        var files = Directory.EnumerateFiles(RepositoryFolder.Data("hf-daily"), "papers.jsonl.gz")
            .Concat(Directory.EnumerateFiles(RepositoryFolder.Data("papers"), "*.jsonl.gz").OrderByDescending(file => file.Contains("arxiv", StringComparison.Ordinal)).ThenBy(file => file, StringComparer.Ordinal));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in files.SelectMany(Lines))
        {
            using var json = JsonDocument.Parse(line);
            var (title, arXiv) = (Text(json, "title") ?? "", Text(json, "arxiv"));
            if (title.Length > 0 && seen.Add(new string([.. title.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)])) && (arXiv is null || seen.Add(arXiv)))
            {
                yield return Paper(json, title, arXiv, seen.Count);
            }
        }
    }

    private static Paper Paper(JsonDocument json, string title, string? arXiv, int number) => new()
    {
        Id = new PaperId(number),
        Title = title,
        Abstract = Text(json, "abstract"),
        Year = json.RootElement.TryGetProperty("year", out var year) && year.ValueKind == JsonValueKind.Number ? year.GetInt32() : null,
        Published = DateOnly.TryParseExact((Text(json, "published_at") ?? Text(json, "announced"))?[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        Categories = json.RootElement.TryGetProperty("categories", out var categories) && categories.ValueKind == JsonValueKind.Array
            ? [.. categories.EnumerateArray().Select(category => category.GetString()!)] : [],
        Identifiers = arXiv is null ? [] : [new Identifier(IdentifierScheme.ArXiv, arXiv)],
        Records = [],
    };

    private static string? Text(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
