using System.Text.Json;
using Winnow.Papers;
using Winnow.Sources;

namespace Winnow.Storage.Tests.Library;

/// <summary>The fields themselves as JSON, so that the stores are tested without any real format.</summary>
internal sealed class PlainFormat : IRecordFormat
{
    internal static readonly RecordFormats Formats = new([new PlainFormat()]);

    public string Name => "plain";

    public string Description => "fields as JSON";

    public bool Sniff(ReadOnlySpan<byte> head, string fileName) => true;

    public IEnumerable<ReadItem> Read(Stream content, ReadContext context) => throw new NotSupportedException();

    public RecordFields Parse(ReadOnlyMemory<byte> raw) => JsonSerializer.Deserialize<RecordFields>(raw.Span)!;

    internal static SourceRecord Record(string source, string key, RecordFields fields) =>
        new() { Source = source, Key = key, Format = "plain", Raw = JsonSerializer.SerializeToUtf8Bytes(fields), Fields = fields };
}
