using System.Runtime.InteropServices;
using System.Text.Json;

namespace Winnow.Embeddings.Remote;

/// <summary>
/// The one question and answer of the OpenAI embeddings API. Ours rather than the <c>OpenAI</c> package's: that is 5 MB for this, asks for base64 that
/// older servers refuse, and takes vectors in the order given where the API numbers them.
/// </summary>
internal static class EmbeddingsWire
{
    private const int LongestComplaint = 300;

    public static byte[] Question(RemoteManifest manifest, IReadOnlyList<string> texts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("model", manifest.Model);
            json.WriteStartArray("input");
            foreach (var text in texts) json.WriteStringValue(text);
            json.WriteEndArray();
            json.WriteString("encoding_format", "float");
            if (manifest.AskForDimensions) json.WriteNumber("dimensions", manifest.Dimensions);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <param name="answer">The body of a successful answer.</param>
    /// <param name="count">Texts that were asked for.</param>
    /// <param name="dimensions">Values of each vector; 0 to take what comes.</param>
    /// <param name="tokens">What the server counted; 0 when it does not say.</param>
    /// <exception cref="FormatException">It is no such answer; the message is the end of a sentence.</exception>
    public static float[][] Vectors(ReadOnlyMemory<byte> answer, int count, int dimensions, out long tokens)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            tokens = Tokens(document.RootElement);
            if (Member(document.RootElement, "data") is not { ValueKind: JsonValueKind.Array } data) throw new FormatException("answered without a list of embeddings");
            if (data.GetArrayLength() != count) throw new FormatException($"answered with {data.GetArrayLength()} vectors for {count} texts");
            var vectors = new float[count][];
            var position = 0;
            foreach (var item in data.EnumerateArray())
            {
                var index = Member(item, "index") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var given) ? given : position;
                if ((uint)index >= count || vectors[index] is not null) throw new FormatException($"answered with two vectors for one text, or one for text {index} of {count}");
                vectors[index] = Vector(Member(item, "embedding"), dimensions);
                position++;
            }

            return vectors;
        }
        catch (JsonException broken)
        {
            throw new FormatException("answered with something that is not JSON", broken);
        }
    }

    /// <summary>What a server says of its refusal, on one line; empty when it says nothing readable.</summary>
    public static string Complaint(ReadOnlyMemory<byte> answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            var error = Member(document.RootElement, "error") ?? Member(document.RootElement, "detail") ?? Member(document.RootElement, "message");
            var text = error is { ValueKind: JsonValueKind.Object } inner ? Member(inner, "message") : error;
            return text is { ValueKind: JsonValueKind.String } said ? OneLine(said.GetString()!) : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static float[] Vector(JsonElement? embedding, int dimensions)
    {
        var vector = embedding switch
        {
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(Value)],
            { ValueKind: JsonValueKind.String } packed => Unpacked(packed),
            _ => throw new FormatException("answered with an embedding that is no list of numbers"),
        };
        if (vector.Length == 0) throw new FormatException("answered with an empty vector");
        if (dimensions > 0 && vector.Length != dimensions) throw new FormatException($"answered with vectors of {vector.Length} dimensions, and this model has {dimensions}");
        if (vector.Any(value => !float.IsFinite(value))) throw new FormatException("answered with a vector that holds no finite numbers");
        return vector;
    }

    // "NaN" stands for a number in some servers' JSON, null in others'.
    private static float Value(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetSingle() : float.NaN;

    private static float[] Unpacked(JsonElement packed)
    {
        if (!packed.TryGetBytesFromBase64(out var bytes) || bytes.Length % sizeof(float) != 0) throw new FormatException("answered with an embedding that is no list of numbers");
        // Little-endian on the wire, and so on every machine that .NET 10 runs on.
        return MemoryMarshal.Cast<byte, float>(bytes).ToArray();
    }

    private static long Tokens(JsonElement root) =>
        Member(root, "usage") is { } usage && Member(usage, "total_tokens") is { ValueKind: JsonValueKind.Number } total && total.TryGetInt64(out var tokens) && tokens > 0 ? tokens : 0;

    private static JsonElement? Member(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return line.Length <= LongestComplaint ? line : line[..LongestComplaint] + "…";
    }
}
