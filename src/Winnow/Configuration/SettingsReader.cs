using System.Text.Json;

namespace Winnow.Configuration;

/// <summary>Reads the settings: <c>winnow.json</c> in the data folder, then environment variables, then flags; the later wins.</summary>
public static class SettingsReader
{
    public const string FileName = "winnow.json";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="dataFolder">An absolute path, see <see cref="DataFolder"/>.</param>
    /// <param name="environment">Looks an environment variable up.</param>
    /// <param name="flags">Values from the command line, by <see cref="Setting.Key"/>.</param>
    /// <exception cref="SettingsException">The first setting that is wrong or unknown.</exception>
    public static WinnowOptions Read(string dataFolder, Func<string, string?> environment, IReadOnlyDictionary<string, IReadOnlyList<string>> flags)
    {
        var options = new WinnowOptions { DataFolder = dataFolder };
        var file = ReadFile(options.SettingsFile);
        foreach (var setting in Setting.All)
        {
            if (file.TryGetValue(setting.Key, out var written))
            {
                options = Apply(options, setting, written, $"{options.SettingsFile}, \"{setting.Key}\"");
            }

            if (environment(setting.Variable) is { } text && !string.IsNullOrWhiteSpace(text))
            {
                options = Apply(options, setting, text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries), setting.Variable);
            }

            if (flags.TryGetValue(setting.Key, out var given))
            {
                options = Apply(options, setting, given, "The command line");
            }
        }

        return options;
    }

    private static WinnowOptions Apply(WinnowOptions options, Setting setting, IReadOnlyList<string> values, string place)
    {
        try
        {
            return setting.Apply(options, values);
        }
        catch (FormatException wrong)
        {
            throw new SettingsException($"{place}: {wrong.Message}.");
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadFile(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{path} cannot be read: {unreadable.Message}");
        }

        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0), Lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.EnumerateObject().ToDictionary(property => Known(property.Name, path), property => Values(property, path), StringComparer.Ordinal)
                : throw new SettingsException($"{path}: expected one JSON object, as in {{ \"urls\": [\"http://127.0.0.1:5170\"] }}.");
        }
        catch (JsonException broken)
        {
            throw new SettingsException($"{path}, line {(broken.LineNumber ?? 0) + 1}: this is not JSON.");
        }
        catch (ArgumentException)
        {
            throw new SettingsException($"{path}: a setting is given twice.");
        }
    }

    private static string Known(string key, string path) => Setting.All.Any(setting => setting.Key == key)
        ? key
        : throw new SettingsException($"{path}: there is no setting \"{key}\"; there are {string.Join(", ", Setting.All.Select(setting => setting.Key))}.");

    private static IReadOnlyList<string> Values(JsonProperty property, string path) => property.Value.ValueKind switch
    {
        JsonValueKind.Array => [.. property.Value.EnumerateArray().Select(value => Scalar(value, property.Name, path))],
        _ => [Scalar(property.Value, property.Name, path)],
    };

    private static string Scalar(JsonElement value, string key, string path) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => value.GetRawText(),
        _ => throw new SettingsException($"{path}, \"{key}\": expected a text, true or false, or a list of texts."),
    };
}
