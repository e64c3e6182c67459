using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Winnow.Papers;

namespace Winnow.Storage.Sqlite;

/// <summary>The JSON of <see cref="PaperBody"/>: camel case, nothing written for what is missing, ids as numbers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(PaperIdConverter), typeof(RecordIdConverter), typeof(IdentifierConverter)])]
[JsonSerializable(typeof(Paper))]
internal sealed partial class PaperJson : JsonSerializerContext
{
    private sealed class PaperIdConverter : JsonConverter<PaperId>
    {
        public override PaperId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, PaperId value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }

    private sealed class RecordIdConverter : JsonConverter<RecordId>
    {
        public override RecordId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, RecordId value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }

    /// <summary>The scheme's number, a colon and the value: stored once validated, so that reading need not parse it again.</summary>
    private sealed class IdentifierConverter : JsonConverter<Identifier>
    {
        public override Identifier Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString()!;
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            return colon > 0 && int.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var scheme)
                ? new Identifier((IdentifierScheme)scheme, text[(colon + 1)..])
                : throw new JsonException($"\"{text}\" is not a stored identifier.");
        }

        public override void Write(Utf8JsonWriter writer, Identifier value, JsonSerializerOptions options) =>
            writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{(int)value.Scheme}:{value.Value}"));
    }
}
