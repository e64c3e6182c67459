namespace Winnow.Embeddings.Models;

/// <summary>What a model may be called: it is a folder's name, and typed in a shell.</summary>
public static class ModelName
{
    public const string Form = "letters, digits, hyphens, underscores and dots, at most 64, beginning with a letter or digit";

    private const int Longest = 64;

    public static bool IsValid(string name) =>
        name.Length is > 0 and <= Longest && char.IsAsciiLetterOrDigit(name[0]) && !name.EndsWith('.') && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    /// <summary>A valid name as near to the text as can be; empty when there is none.</summary>
    public static string From(string text)
    {
        var name = string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-')).Trim('-', '.', '_');
        return name.Length <= Longest ? name : name[..Longest].TrimEnd('-', '.', '_');
    }
}
