using System.Buffers;
using System.Text.Json;
using Winnow.Papers;

namespace Winnow.Storage.Sqlite;

/// <summary>A paper as its row keeps it: JSON, packed. Nothing is lost: what is read equals what was written.</summary>
internal sealed class PaperBody
{
    private readonly ArrayBufferWriter<byte> _json = new(4096);
    private readonly ArrayBufferWriter<byte> _packed = new(4096);

    /// <summary>Valid until the next call.</summary>
    internal ReadOnlySpan<byte> Write(Paper paper)
    {
        _json.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_json, new JsonWriterOptions { SkipValidation = true }))
        {
            JsonSerializer.Serialize(writer, paper, PaperJson.Default.Paper);
        }

        return PackedBytes.Pack(_json.WrittenSpan, _packed);
    }

    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    internal static Paper Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(PackedBytes.Unpack(body), PaperJson.Default.Paper)
                ?? throw new InvalidDataException("A paper in the library is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("A paper in the library is damaged.", e);
        }
    }
}
