using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Winnow.Tests.Sources;

namespace Winnow.Tests.Samples;

/// <summary>Every record of the data pack that has a landmark's title or arXiv id.</summary>
internal static class PublishedRecords
{
    private static readonly string[] Files =
    [
        "papers/acl-anthology.jsonl.gz", "papers/aicpl.jsonl.gz", "papers/arxiv-daily.jsonl.gz", "papers/icml-2024.jsonl.gz", "papers/neurips-2022-2023.jsonl.gz",
        "papers/paperlists.jsonl.gz", "neurips2019/papers.jsonl.gz", "hf-daily/papers.jsonl.gz",
    ];

    private static readonly Lazy<IReadOnlyList<PublishedRecord>> Found = new(() => [.. Files.SelectMany(Read)]);

    internal static IReadOnlyList<PublishedRecord> All
    {
        get
        {
            DataPack.Require();
            return Found.Value;
        }
    }

    private static IEnumerable<PublishedRecord> Read(string file)
    {
        var byTitle = Landmark.All.ToDictionary(landmark => Landmark.Folded(landmark.Title));
        var byArXiv = Landmark.All.Where(landmark => landmark.ArXiv is not null).ToDictionary(landmark => landmark.ArXiv!);
        using var text = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(DataPack.Folder!, file)), CompressionMode.Decompress));
        while (text.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var title = Text(json, "title") ?? "";
            var arXiv = Text(json, "arxiv");
            if (!byTitle.TryGetValue(Landmark.Folded(title), out var landmark) && !byArXiv.TryGetValue(arXiv ?? "", out landmark))
                continue;

            var authors = json.RootElement.TryGetProperty("authors", out var names) && names.ValueKind == JsonValueKind.Array ? names : default;
            var first = authors.ValueKind == JsonValueKind.Array && authors.GetArrayLength() > 0 ? authors[0].GetString() : null;
            var year = Text(json, "year") ?? Text(json, "published_at")?[..4];
            var acl = Text(json, "id") is ['a', 'c', 'l', '/', .. var id] ? id : null;
            yield return new PublishedRecord(
                landmark, file, title, first, year is null ? null : int.Parse(year, CultureInfo.InvariantCulture), Text(json, "status"), arXiv, acl, Text(json, "abstract"));
        }
    }

    private static string? Text(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;
}
