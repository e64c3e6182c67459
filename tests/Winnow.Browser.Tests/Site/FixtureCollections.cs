using Winnow.Papers;
using Winnow.Readers.Collections;

namespace Winnow.Browser.Tests.Site;

/// <summary>Collections of the fixture's papers: one with notes, one without any paper, and one whose texts are markup.</summary>
internal static class FixtureCollections
{
    public const string Note = "Read this first.\n\nThen ask where the $n \\log n$ comes from.";

    /// <summary>Where the collection is whose texts are markup.</summary>
    public const string HostilePath = "/collection/hostile-script-window-pwned-1-script-img-src-x-onerror";

    public static PaperId Kettle { get; } = RecordId.Of("papers", "kettle").AsPaper;

    public static PaperId Teapot { get; } = RecordId.Of("papers", "teapot").AsPaper;

    public static PaperId Hostile { get; } = RecordId.Of("papers", "hostile").AsPaper;

    public static async Task MakeAsync(PaperCollections collections)
    {
        var rivers = await collections.CreateAsync("Long rivers", "What we know of attention along rivers.", CancellationToken.None);
        await collections.KeepAsync(rivers, Teapot, "", CancellationToken.None, new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
        await collections.KeepAsync(rivers, Kettle, Note, CancellationToken.None, new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await collections.CreateAsync("Nothing yet", "", CancellationToken.None);
        var hostile = await collections.CreateAsync($"Hostile {FixturePapers.Script}", FixturePapers.Script, CancellationToken.None);
        await collections.KeepAsync(hostile, Hostile, $"{FixturePapers.Script} {new string('x', 300)}", CancellationToken.None);
    }
}
