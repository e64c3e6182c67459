using Winnow.Sources.PaperLines;

namespace Winnow.Sources;

/// <summary>Every format that Winnow reads.</summary>
public static class KnownFormats
{
    public static RecordFormats All { get; } = new(
    [
        new PaperLinesFormat(),
    ]);
}
