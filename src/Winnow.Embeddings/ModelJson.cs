using System.Text.Json;

namespace Winnow.Embeddings;

/// <summary>One small JSON file that describes a model. Whatever is wrong with it becomes a sentence with its name.</summary>
internal sealed class ModelJson
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private ModelJson(string path, JsonElement? root) => (Path, Root) = (path, root);

    public string Path { get; }

    /// <summary>Null when there is no such file.</summary>
    public JsonElement? Root { get; }

    /// <exception cref="ModelFileException">The file is there and is not JSON.</exception>
    public static ModelJson Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var document = JsonDocument.Parse(file, Lenient);
            return new ModelJson(path, document.RootElement.Clone());
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ModelJson(path, null);
        }
        catch (JsonException broken)
        {
            throw new ModelFileException($"{path}, line {(broken.LineNumber ?? 0) + 1}: this is not JSON.", broken);
        }
    }

    public string? Text(string key) => Value(key, JsonValueKind.String, "a text")?.GetString();

    public int? Number(string key) => Value(key, JsonValueKind.Number, "a whole number") is { } value
        ? value.TryGetInt32(out var number) ? number : throw Wrong(key, "a whole number")
        : null;

    public bool? Flag(string key)
    {
        if (Member(key) is not { } value) return null;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(key, "true or false");
    }

    private JsonElement? Value(string key, JsonValueKind kind, string expected)
    {
        if (Member(key) is not { } value) return null;
        return value.ValueKind == kind ? value : throw Wrong(key, expected);
    }

    private JsonElement? Member(string key) =>
        Root is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private ModelFileException Wrong(string key, string expected) => new($"{Path}: \"{key}\" is not {expected}.");
}
