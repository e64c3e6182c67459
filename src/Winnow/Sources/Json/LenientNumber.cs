using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Winnow.Sources.Json;

/// <summary>A number from a number or from a string that holds one; anything else is none.</summary>
internal sealed class LenientNumber : JsonConverter<double?>
{
    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LenientText.ReadAny(ref reader) is { } text
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options) => throw new NotSupportedException();
}
