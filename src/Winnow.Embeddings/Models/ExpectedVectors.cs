using System.Text.Json;

namespace Winnow.Embeddings.Models;

/// <summary>Reads <c>expected.jsonl</c>: one object a line with <c>text</c> and <c>embedding</c>; what else a line says is passed over.</summary>
internal static class ExpectedVectors
{
    /// <returns>Empty without such a file.</returns>
    /// <exception cref="ModelFileException">A line is not of that form.</exception>
    public static IReadOnlyList<(string Text, float[] Vector)> Read(string folder)
    {
        var path = Path.Combine(folder, ModelFolder.ExpectedName);
        if (!File.Exists(path)) return [];
        var expected = new List<(string, float[])>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var document = JsonDocument.Parse(line);
                expected.Add((
                    document.RootElement.GetProperty("text").GetString() ?? "",
                    [.. document.RootElement.GetProperty("embedding").EnumerateArray().Select(value => value.GetSingle())]));
            }
            catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new ModelFileException($"{path}, line {number}: expected an object with \"text\" and \"embedding\".", broken);
            }
        }

        return expected;
    }
}
