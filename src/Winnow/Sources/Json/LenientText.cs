using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Winnow.Sources.Json;

/// <summary>A string from whatever stands for one: a number, the first string of a list, the <c>value</c>, <c>name</c> or <c>display_name</c> of an object.</summary>
internal sealed class LenientText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadAny(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <summary>Leaves <paramref name="reader"/> on the value's last token.</summary>
    internal static string? ReadAny(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return JsonText.Read(ref reader);
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.StartArray:
                string? first = null;
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    var text = ReadAny(ref reader);
                    first ??= text;
                }

                return first;
            case JsonTokenType.StartObject:
                return ReadMember(ref reader);
            default:
                // False is what some publishers write for "none".
                return null;
        }
    }

    private static string? ReadMember(ref Utf8JsonReader reader)
    {
        string? found = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isText = JsonText.Read(ref reader) is "value" or "name" or "display_name" or "fullname" or "title";
            reader.Read();
            if (isText && found is null)
                found = ReadAny(ref reader);
            else
                reader.Skip();
        }

        return found;
    }
}
