using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Winnow.Embeddings.Batching;

/// <summary>
/// What was found before, for each command and machine, in one JSON file. A machine is its processor's kind and number and the whole memory that a command can
/// have there; on another one, or under another limit, the search runs again.
/// </summary>
/// <param name="file">Need not exist. One that cannot be read counts as empty: all in it can be found again.</param>
public sealed class BatchMemory(string file)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>What was found for this command here, or null.</summary>
    public RememberedBatch? Find(IReadOnlyList<string> command, long? limit) => Read().GetValueOrDefault(Key(command, limit));

    /// <summary>Keeps an answer; the file is replaced as a whole.</summary>
    public void Keep(IReadOnlyList<string> command, long? limit, RememberedBatch found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var all = Read();
        all[Key(command, limit)] = found;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var draft = file + ".new";
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(all, Indented));
        File.Move(draft, file, overwrite: true);
    }

    private static string Key(IReadOnlyList<string> command, long? limit)
    {
        var text = string.Join('\n', [.. command, Machine(), limit?.ToString(CultureInfo.InvariantCulture) ?? "no limit"]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
    }

    // The runtime's figure is the machine's memory or the control group's limit, whichever is less; it does not change from minute to minute as free memory does.
    private static string Machine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture} {Environment.ProcessorCount} {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} {GraphicsMemory.Read()?.Total}");

    private Dictionary<string, RememberedBatch> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, RememberedBatch>>(File.ReadAllBytes(file)) ?? [];
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException)
        {
            return [];
        }
    }
}
