using System.Text.Json;

namespace Winnow.Sources.Json;

/// <summary>
/// Reads a wire shape, a class whose properties are those that the publisher documents, from JSON whose types vary: a number where a string is expected, a
/// string where a list is, an object of another kind. What does not fit is null, so that a record is not lost to one odd member.
/// </summary>
internal static class JsonWire
{
    private static readonly JsonSerializerOptions Options = new()
    {
        AllowTrailingCommas = true,
        MaxDepth = 64,
        Converters = { new LenientText(), new LenientTexts(), new LenientNumber(), new LenientFlag(), new LenientObjects() },
    };

    /// <exception cref="UnreadableRecordException">It is no object.</exception>
    /// <exception cref="JsonException">It is not JSON.</exception>
    internal static T Read<T>(ReadOnlyMemory<byte> raw)
        where T : class
    {
        if (raw.Span.TrimStart(" \t\r\n"u8) is not [(byte)'{', ..])
            throw new UnreadableRecordException("The record is not a JSON object.");

        try
        {
            return JsonSerializer.Deserialize<T>(raw.Span, Within<T>()) ?? throw new UnreadableRecordException("The record is empty.");
        }
        catch (InvalidOperationException damage)
        {
            throw new JsonException("a name in it is not valid Unicode.", damage);
        }
    }

    /// <summary>The options for the members of <typeparamref name="T"/>, whose own shape is read strictly.</summary>
    internal static JsonSerializerOptions Within<T>() => Inner<T>.Options;

    private static class Inner<T>
    {
        internal static readonly JsonSerializerOptions Options = Create();

        private static JsonSerializerOptions Create()
        {
            var options = new JsonSerializerOptions(JsonWire.Options);
            options.Converters[^1] = new LenientObjects(except: typeof(T));
            return options;
        }
    }
}
