using Winnow.Sources.AclAnthology;
using Winnow.Sources.Feeds;
using Winnow.Sources.OaiPmh;
using Winnow.Sources.PaperLines;

namespace Winnow.Sources;

/// <summary>Every format that Winnow reads.</summary>
public static class KnownFormats
{
    public static RecordFormats All { get; } = new(
    [
        new ArXivApiFormat(),
        new OaiFormat(),
        new AnthologyFormat(),
        new FeedFormat(),
        new PaperLinesFormat(),
    ]);
}
