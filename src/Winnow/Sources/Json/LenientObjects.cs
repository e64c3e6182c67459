using System.Text.Json;
using System.Text.Json.Serialization;

namespace Winnow.Sources.Json;

/// <summary>Wire shapes inside wire shapes: what is no object where one is expected is null, and no list where one is expected is empty.</summary>
/// <param name="except">The shape that is being read, whose own converter must be the framework's.</param>
internal sealed class LenientObjects(Type? except = null) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert != except && (IsList(typeToConvert) || (typeToConvert.IsClass && typeToConvert.Namespace == except?.Namespace));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var converter = IsList(typeToConvert)
            ? typeof(OfList<>).MakeGenericType(typeToConvert.GetGenericArguments())
            : typeof(OfObject<>).MakeGenericType(typeToConvert);
        return (JsonConverter)Activator.CreateInstance(converter)!;
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    private sealed class OfObject<T> : JsonConverter<T>
        where T : class
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                return JsonSerializer.Deserialize<T>(ref reader, JsonWire.Within<T>());

            reader.Skip();
            return null;
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException();
    }

    private sealed class OfList<T> : JsonConverter<IReadOnlyList<T>>
        where T : class
    {
        public override bool HandleNull => true;

        public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var items = new List<T>();
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
                return items;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (JsonSerializer.Deserialize<T>(ref reader, options) is { } item)
                    items.Add(item);
            }

            return items;
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
