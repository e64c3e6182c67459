using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Winnow.Tests.Samples;

/// <summary>One line of <c>samples/landmarks.jsonl</c>.</summary>
internal sealed record Landmark(
    string Id, string Title, IReadOnlyList<string> Authors, int Year, string Venue, IReadOnlyList<string> Categories, string Abstract, string Source,
    string? ArXiv = null, string? Doi = null, string? Acl = null, string? Pdf = null, string? Code = null)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    internal static string Path { get; } = Locate();

    internal static IReadOnlyList<Landmark> All { get; } = [.. File.ReadLines(Path).Select(line => JsonSerializer.Deserialize<Landmark>(line, Options)!)];

    /// <summary>The words of a title or text without accents, case and punctuation.</summary>
    internal static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
                word.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    internal static string Folded(string text) => string.Join(' ', Words(text));

    private static string Locate()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Winnow.slnx")))
            folder = folder.Parent;

        return System.IO.Path.Combine(folder?.FullName ?? "", "samples", "landmarks.jsonl");
    }
}
