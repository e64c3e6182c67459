using System.Text.Json;
using System.Text.Json.Serialization;

namespace Winnow.Sources.Json;

/// <summary>True only where true is said; whatever else stands there is not.</summary>
internal sealed class LenientFlag : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        string.Equals(LenientText.ReadAny(ref reader), "true", StringComparison.OrdinalIgnoreCase);

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => throw new NotSupportedException();
}
