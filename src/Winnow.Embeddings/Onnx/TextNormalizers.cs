using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Winnow.Embeddings.Onnx;

/// <summary>The <c>normalizer</c> of a <c>tokenizer.json</c>, step by step.</summary>
internal sealed class TextNormalizers
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(10);

    private readonly List<Func<string, string>> _steps = [];

    /// <exception cref="ModelFileException">A step that Winnow does not know.</exception>
    public TextNormalizers(string path, JsonElement? normalizer)
    {
        foreach (var step in TokenizerJson.Flatten(normalizer, "normalizers"))
        {
            switch (TokenizerJson.Text(step, "type"))
            {
                case "NFC": _steps.Add(text => text.Normalize(NormalizationForm.FormC)); break;
                case "NFD": _steps.Add(text => text.Normalize(NormalizationForm.FormD)); break;
                case "NFKC": _steps.Add(text => text.Normalize(NormalizationForm.FormKC)); break;
                case "NFKD": _steps.Add(text => text.Normalize(NormalizationForm.FormKD)); break;
                case "Lowercase": _steps.Add(text => text.ToLowerInvariant()); break;
                case "StripAccents": _steps.Add(WithoutMarks); break;
                case "Strip": _steps.Add(text => text.Trim()); break;
                case "Replace": _steps.Add(Replacement(step)); break;
                case "Prepend": LeadingSpace = true; break;
                case "Precompiled": CharacterMap = step.GetProperty("precompiled_charsmap").GetBytesFromBase64(); break;
                case var other: throw new ModelFileException($"{path} cannot be used: it normalises text by {other}.");
            }
        }
    }

    /// <summary>SentencePiece's table of characters that stand for others; empty without one.</summary>
    public byte[] CharacterMap { get; } = [];

    /// <summary>Whether a text gets a space in front.</summary>
    public bool LeadingSpace { get; }

    public string Apply(string text) => _steps.Aggregate(Whole(text), (current, step) => step(current));

    // Half a surrogate pair, as a cut text may end with, has no normal form and would throw.
    private static string Whole(string text) => !text.AsSpan().ContainsAnyInRange((char)0xD800, (char)0xDFFF) ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string WithoutMarks(string text) => string.Concat(text.Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));

    private static Func<string, string> Replacement(JsonElement step)
    {
        var pattern = step.GetProperty("pattern");
        var content = step.GetProperty("content").GetString()!;
        if (TokenizerJson.Text(pattern, "String") is { } literal) return text => text.Replace(literal, content, StringComparison.Ordinal);
        var expression = new Regex(pattern.GetProperty("Regex").GetString()!, RegexOptions.CultureInvariant, LongestMatch);
        return text => expression.Replace(text, content.Replace("$", "$$", StringComparison.Ordinal));
    }
}
