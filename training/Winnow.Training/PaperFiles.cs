using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Winnow.Embeddings.Fitting;

namespace Winnow.Training;

/// <summary>Reads a folder of papers: every <c>*.jsonl.gz</c> in it, one JSON object a line with at least <c>title</c> and <c>abstract</c>.</summary>
internal static class PaperFiles
{
    // Shorter abstracts in the corpus are stubs such as "(No Abstract)"; longer ones are several papers run together.
    private const int ShortestAbstract = 120;
    private const int LongestAbstract = 4000;

    /// <summary>
    /// The papers with an abstract, each title once (the first file in name order wins), in an order that depends on the files alone.
    /// </summary>
    public static List<PaperText> Read(string folder)
    {
        var papers = new List<PaperText>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            foreach (var record in ReadLines(file))
            {
                using (record)
                {
                    var title = Text(record.RootElement, "title");
                    var summary = Text(record.RootElement, "abstract");
                    if (title.Length == 0 || summary.Length < ShortestAbstract) continue;
                    if (seen.Add(TitleKey(title))) papers.Add(new PaperText(title, summary.Length > LongestAbstract ? summary[..LongestAbstract] : summary));
                }
            }
        }

        return papers.Count > 0 ? papers : throw new InvalidDataException($"{folder} has no papers: expected *.jsonl.gz files with titles and abstracts.");
    }

    public static IEnumerable<JsonDocument> ReadLines(string file)
    {
        using var opened = File.OpenRead(file);
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(opened, CompressionMode.Decompress) : opened);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0) yield return JsonDocument.Parse(line);
        }
    }

    public static string Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string TitleKey(string title)
    {
        var key = new StringBuilder(title.Length);
        foreach (var letter in title)
        {
            if (char.IsLetterOrDigit(letter)) key.Append(char.ToLowerInvariant(letter));
        }

        return key.ToString();
    }
}
