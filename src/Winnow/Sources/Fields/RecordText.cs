using Winnow.Papers.Text;

namespace Winnow.Sources.Fields;

/// <summary>Text as records keep it: clean, and null where the source says nothing.</summary>
internal static class RecordText
{
    private const string NoTitle = "The record has no title.";

    /// <summary>A title on one line.</summary>
    /// <exception cref="UnreadableRecordException">There is none, or it is too long to be one.</exception>
    internal static string Title(string? text, TextMarkup markup = TextMarkup.TeX)
    {
        var title = Line(text, markup) ?? throw new UnreadableRecordException(NoTitle);
        if (title.Length > RecordLimits.MaxTitleLength)
            throw new UnreadableRecordException($"The title is longer than {RecordLimits.MaxTitleLength} characters.");

        return title;
    }

    /// <summary>Anything on one line.</summary>
    internal static string? Line(string? text, TextMarkup markup = TextMarkup.TeX) =>
        text is null || TextCleaning.CleanLine(text, markup) is not { Length: > 0 } line ? null : line;

    /// <summary>An abstract, with its paragraphs.</summary>
    internal static string? Prose(string? text, TextMarkup markup = TextMarkup.TeX) =>
        text is null || TextCleaning.CleanText(text, markup) is not { Length: > 0 } prose ? null : prose;

    /// <summary>Lines without blanks and repetitions, in their order.</summary>
    internal static IReadOnlyList<string> Lines(IEnumerable<string> texts, TextMarkup markup = TextMarkup.TeX)
    {
        List<string>? lines = null;
        foreach (var text in texts)
        {
            if (Line(text, markup) is { } line && lines?.Contains(line, StringComparer.OrdinalIgnoreCase) != true)
                (lines ??= []).Add(line);
        }

        return (IReadOnlyList<string>?)lines ?? [];
    }

    /// <summary>An address that a page may link to: absolute, http or https.</summary>
    internal static string? Link(string? text)
    {
        var link = Line(text, TextMarkup.None);
        if (link is not null && link.StartsWith("//", StringComparison.Ordinal))
            link = $"https:{link}";

        return link is not null
            && (link.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || link.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            && Uri.IsWellFormedUriString(link.Replace(" ", "%20", StringComparison.Ordinal), UriKind.Absolute)
                ? link
                : null;
    }
}
