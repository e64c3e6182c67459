using Winnow.Papers.Text;

namespace Winnow.Sources;

/// <summary>What the framework's parsers say, fit for a report: one line, short, without the positions that only make sense inside one record.</summary>
internal static class FrameworkMessage
{
    private const int MaxLength = 160;

    internal static string Sentence(string message)
    {
        foreach (var end in (ReadOnlySpan<string>)[". Path:", ". LineNumber:", ". Line "])
        {
            var at = message.IndexOf(end, StringComparison.Ordinal);
            message = at >= 0 ? message[..at] : message;
        }

        var line = TextCleaning.CleanLine(message, TextMarkup.None).TrimEnd('.');
        return line.Length <= MaxLength ? $"{line}." : $"{line[..MaxLength]}….";
    }
}
