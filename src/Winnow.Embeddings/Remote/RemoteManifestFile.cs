using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Winnow.Embeddings.Remote;

/// <summary>Reads and writes the <c>winnow-model.json</c> of a model behind an endpoint.</summary>
public static class RemoteManifestFile
{
    private const int MostTexts = 2048;
    private const int MostDimensions = 16_384;
    private const int MostLetters = 1_000_000;
    private const int MostSeconds = 3600;

    /// <exception cref="ModelFileException">Something is missing or wrong; the message names it.</exception>
    public static RemoteManifest Read(string folder)
    {
        var told = ModelJson.Read(Path.Combine(folder, Models.ModelFolder.ManifestName));
        if (told.Root is null) throw new ModelFileException($"{told.Path} is missing.");
        if (told.Text("key") is not null || told.Text("apiKey") is not null)
            throw new ModelFileException($"{told.Path} holds a key in plain. Put it into a file of its own and name that as \"keyFile\", or a variable as \"keyVariable\".");
        return new RemoteManifest
        {
            Name = told.Text("name") ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))),
            Endpoint = told.Text("endpoint") is { } endpoint
                ? TryEndpoint(endpoint, out var uri, out var why) ? uri : throw new ModelFileException($"{told.Path}: \"endpoint\" {why}.")
                : throw new ModelFileException($"{told.Path} lacks \"endpoint\", such as http://127.0.0.1:11434/v1."),
            Model = told.Text("model") ?? throw new ModelFileException($"{told.Path} lacks \"model\", the model's name at the endpoint."),
            Dimensions = Between(told, "dimensions", 1, MostDimensions) ?? throw new ModelFileException($"{told.Path} lacks \"dimensions\"."),
            AskForDimensions = told.Flag("askForDimensions") ?? false,
            QueryPrefix = told.Text("queryPrefix") ?? "",
            DocumentPrefix = told.Text("documentPrefix") ?? "",
            Batch = Between(told, "batch", 1, MostTexts),
            MaxLetters = Between(told, "maxLetters", 64, MostLetters) ?? 8000,
            Timeout = TimeSpan.FromSeconds(Between(told, "timeoutSeconds", 1, MostSeconds) ?? 60),
            KeyFile = told.Text("keyFile"),
            KeyVariable = told.Text("keyVariable"),
            Budget = told.Text("budget") is not { } written ? null
                : RemoteBudget.TryParse(written, out var budget) ? budget
                : throw new ModelFileException($"{told.Path}: \"budget\" is '{written}'; expected {RemoteBudget.Form}."),
        };
    }

    public static void Write(string folder, RemoteManifest manifest)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("kind", "remote");
            json.WriteString("name", manifest.Name);
            json.WriteString("endpoint", manifest.Endpoint.AbsoluteUri);
            json.WriteString("model", manifest.Model);
            json.WriteNumber("dimensions", manifest.Dimensions);
            if (manifest.AskForDimensions) json.WriteBoolean("askForDimensions", true);
            if (manifest.QueryPrefix.Length > 0) json.WriteString("queryPrefix", manifest.QueryPrefix);
            if (manifest.DocumentPrefix.Length > 0) json.WriteString("documentPrefix", manifest.DocumentPrefix);
            if (manifest.Batch is { } batch) json.WriteNumber("batch", batch);
            json.WriteNumber("maxLetters", manifest.MaxLetters);
            json.WriteNumber("timeoutSeconds", (int)manifest.Timeout.TotalSeconds);
            if (manifest.KeyFile is { } file) json.WriteString("keyFile", file);
            if (manifest.KeyVariable is { } variable) json.WriteString("keyVariable", variable);
            if (manifest.Budget is { } budget) json.WriteString("budget", budget.ToString());
            json.WriteEndObject();
        }

        File.WriteAllText(Path.Combine(folder, Models.ModelFolder.ManifestName), Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    /// <param name="why">What is wrong, as the end of a sentence.</param>
    public static bool TryEndpoint(string text, out Uri endpoint, out string why)
    {
        why = "";
        if (!Uri.TryCreate(text, UriKind.Absolute, out endpoint!) || endpoint.Scheme is not ("http" or "https"))
            why = $"is '{text}', which is not an address such as http://127.0.0.1:11434/v1";
        else if (endpoint.UserInfo.Length > 0) why = "holds a name or password, which belongs into a key file";
        else if (endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0) why = "has something behind the path; the API's address ends with it, as in http://127.0.0.1:11434/v1";
        return why.Length == 0;
    }

    private static int? Between(ModelJson told, string key, int least, int most) => told.Number(key) switch
    {
        null => null,
        var number when number >= least && number <= most => number,
        var other => throw new ModelFileException($"{told.Path}: \"{key}\" is {other}; it can be from {least} to {most}."),
    };
}
