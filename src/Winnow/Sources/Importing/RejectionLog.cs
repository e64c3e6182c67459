using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Winnow.Sources.Importing;

/// <summary>
/// Writes the reasons for rejections beside the library: one JSON object a line, with file, line, record, reason and excerpt. No rejection, no file.
/// </summary>
internal sealed class RejectionLog(string dataFolder, long import) : IAsyncDisposable
{
    // The file is read by people and programs, never by a browser: only what JSON demands is escaped.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _relative = Path.Combine("rejected", string.Create(CultureInfo.InvariantCulture, $"import-{import:D6}.jsonl"));
    private FileStream? _file;

    /// <summary>Where the reasons are, relative to the data folder; null while there are none.</summary>
    internal string? Relative => _file is null ? null : _relative;

    /// <summary>Where the reasons are; null while there are none.</summary>
    internal string? FullPath => _file?.Name;

    internal async Task AppendAsync(IReadOnlyList<RejectedRecord> rejected, CancellationToken cancel)
    {
        if (rejected.Count == 0)
        {
            return;
        }

        _file ??= Create(Path.Combine(dataFolder, _relative));
        using var lines = new MemoryStream();
        foreach (var record in rejected)
        {
            Write(record, lines);
        }

        await _file.WriteAsync(lines.GetBuffer().AsMemory(0, (int)lines.Length), cancel).ConfigureAwait(false);
        await _file.FlushAsync(cancel).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _file?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static FileStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
    }

    private static void Write(RejectedRecord rejected, Stream to)
    {
        using (var json = new Utf8JsonWriter(to, Plain))
        {
            json.WriteStartObject();
            json.WriteString("file", rejected.Place.File);
            WriteNumber(json, "line", rejected.Place.Line);
            WriteNumber(json, "record", rejected.Place.Number);
            json.WriteString("reason", rejected.Reason);
            json.WriteString("excerpt", rejected.Excerpt);
            json.WriteEndObject();
        }

        to.WriteByte((byte)'\n');
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
