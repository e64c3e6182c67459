using System.Text.Json;
using System.Text.Json.Serialization;

namespace Winnow.Sources.Json;

/// <summary>A list of strings from a list of whatever stands for strings, from one such thing alone, or from an object's <c>value</c>.</summary>
internal sealed class LenientTexts : JsonConverter<IReadOnlyList<string>>
{
    public override bool HandleNull => true;

    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var texts = new List<string>();
        Add(ref reader, texts);
        return texts;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options) => throw new NotSupportedException();

    /// <summary>Leaves <paramref name="reader"/> on the value's last token.</summary>
    internal static void Add(ref Utf8JsonReader reader, List<string> texts)
    {
        if (reader.TokenType == JsonTokenType.StartObject && IsWrapped(reader))
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isValue = reader.ValueTextEquals("value"u8);
                reader.Read();
                if (isValue)
                    Add(ref reader, texts);
                else
                    reader.Skip();
            }

            return;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            AddOne(ref reader, texts);
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            AddOne(ref reader, texts);
    }

    /// <summary>OpenReview's second API writes <c>{"value": […]}</c>. The reader is a copy.</summary>
    private static bool IsWrapped(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("value"u8))
                return true;

            reader.Read();
            reader.Skip();
        }

        return false;
    }

    private static void AddOne(ref Utf8JsonReader reader, List<string> texts)
    {
        if (LenientText.ReadAny(ref reader) is { } text && !string.IsNullOrWhiteSpace(text))
            texts.Add(text);
    }
}
