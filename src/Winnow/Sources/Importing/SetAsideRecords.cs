using System.Text.Json;

namespace Winnow.Sources.Importing;

/// <summary>Reads again what <c>RejectionLog</c> wrote: the records that could not be read, with their reasons.</summary>
/// <param name="dataFolder">The folder of the library.</param>
public sealed class SetAsideRecords(string dataFolder)
{
    private const int LongestLine = 64 * 1024;

    /// <param name="file">As the history names it, relative to the data folder.</param>
    /// <param name="limit">How many at most, the first ones.</param>
    /// <returns>Empty when the file is gone: it belongs to the owner, who may delete it.</returns>
    public IReadOnlyList<RejectedRecord> Read(string file, int limit)
    {
        var path = Path.GetFullPath(Path.Combine(dataFolder, file));
        // The history is written by Winnow alone; this keeps a damaged one from naming a file elsewhere.
        if (!path.StartsWith(Path.GetFullPath(dataFolder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return [];

        try
        {
            return [.. File.ReadLines(path).Where(line => line.Length < LongestLine).Take(limit).Select(Parse).OfType<RejectedRecord>()];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static RejectedRecord? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var record = json.RootElement;
            return new RejectedRecord(
                new RecordPlace(record.GetProperty("file").GetString() ?? "", Number(record, "line"), Number(record, "record")),
                record.GetProperty("reason").GetString() ?? "",
                record.GetProperty("excerpt").GetString() ?? "");
        }
        catch (Exception damage) when (damage is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // A line that a kill cut off.
            return null;
        }
    }

    private static long? Number(JsonElement record, string name) => record.TryGetProperty(name, out var value) ? value.GetInt64() : null;
}
