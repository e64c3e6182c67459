using Winnow.Papers;
using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;

namespace Winnow.Sources.Enrichment;

/// <summary>
/// A source that says more of papers that the library has: it follows the library's changes, asks for the papers that have no record of it yet, and once a month
/// for all, because citations grow.
/// </summary>
/// <param name="library">Whose papers.</param>
/// <param name="clock">Says when a month is over.</param>
public abstract class LibraryEnrichment(IPaperLibrary library, TimeProvider clock) : ILiveSource
{
    /// <summary>All there is to follow: the library's own papers.</summary>
    private const string Library = "library";

    private const int ChunkSize = 1000;

    /// <summary>A page looks at so many changes at most, so that progress shows in a library that needs nothing.</summary>
    private const int MostChanges = 20_000;

    private const int DaysUntilAgain = 30;

    public abstract string Kind { get; }

    public abstract string Description { get; }

    public string Follows => $"\"{Library}\": the papers that you have";

    public TimeSpan Interval => TimeSpan.FromHours(12);

    /// <summary>Papers to a request.</summary>
    protected abstract int PageSize { get; }

    public string Check(string follows) => follows.Trim().ToLowerInvariant() is "" or Library or "missing"
        ? Library
        : throw new SourceException($"{Kind} follows \"{Library}\", the papers that you have.") { NeedsPerson = true };

    public async Task<SourcePage> ReadAsync(SourcePosition position, CancellationToken cancel)
    {
        var cursor = await BeginAsync(EnrichmentCursor.Read(position.Cursor), cancel).ConfigureAwait(false);
        var (papers, next) = await ChooseAsync(cursor, cancel).ConfigureAwait(false);
        IReadOnlyList<ReadItem> items = papers.Count == 0 ? [] : await AskAsync(papers, cancel).ConfigureAwait(false);
        if (next.Position < next.Target)
            return new SourcePage(items, next.Write(), IsLast: false) { Fraction = next.Fraction };

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return new SourcePage(items, new EnrichmentCursor { Position = next.Position, Complete = next.Again ? today : next.Complete }.Write(), IsLast: true);
    }

    /// <summary>The identifier that the source knows a paper by; null when it knows none of them.</summary>
    protected abstract string? NameOf(Paper paper);

    /// <summary>Asks for papers by what <see cref="NameOf"/> gave. What the source does not know is left out: that is no fault of a record.</summary>
    protected abstract Task<IReadOnlyList<ReadItem>> AskAsync(IReadOnlyList<string> names, CancellationToken cancel);

    private async Task<EnrichmentCursor> BeginAsync(EnrichmentCursor cursor, CancellationToken cancel)
    {
        if (cursor.Target is not null)
            return cursor;

        var target = await library.GetPositionAsync(cancel).ConfigureAwait(false);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        // The first walk asks for everything anyhow.
        var again = cursor.Complete is not { } complete || today.DayNumber - complete.DayNumber >= DaysUntilAgain;
        var first = again ? 0 : cursor.Position;
        return cursor with { Position = first, First = first, Target = target, Again = again };
    }

    private async Task<(List<string> Names, EnrichmentCursor Next)> ChooseAsync(EnrichmentCursor cursor, CancellationToken cancel)
    {
        var names = new List<string>(PageSize);
        var position = cursor.Position;
        for (var seen = 0; position < cursor.Target && seen < MostChanges;)
        {
            var changes = await library.GetChangesAsync(position, ChunkSize, cancel).ConfigureAwait(false);
            if (changes.Count == 0)
            {
                position = cursor.Target.Value;
            }

            foreach (var change in changes)
            {
                if (change.Position > cursor.Target || names.Count == PageSize)
                    return (names, cursor with { Position = change.Position > cursor.Target ? cursor.Target.Value : position });

                (position, seen) = (change.Position, seen + 1);
                if (change.Paper is { } paper && (cursor.Again || paper.Records.All(record => record.Source != Kind)) && NameOf(paper) is { } name)
                    names.Add(name);
            }
        }

        return (names, cursor with { Position = position });
    }
}
