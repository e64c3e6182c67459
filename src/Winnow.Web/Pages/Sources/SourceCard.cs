using Winnow.Sources.Syncing;

namespace Winnow.Web.Pages.Sources;

/// <summary>One source in a list.</summary>
internal sealed record SourceCard(FollowedSource Source, SyncRun? Last, SourceState State)
{
    public string Title { get; } = SourceTitle.Of(Source);

    /// <summary>All that is followed, those at work first, then by name.</summary>
    public static async Task<IReadOnlyList<SourceCard>> ReadAsync(ISyncStore store, DateTimeOffset now, bool isAtWork, CancellationToken cancel)
    {
        var runs = await store.GetLastRunsAsync(cancel);
        return
        [
            .. (await store.GetSourcesAsync(cancel)).Select(source => Of(source, runs.GetValueOrDefault(source.Id), now, isAtWork))
                .OrderBy(card => card.Title, StringComparer.OrdinalIgnoreCase),
        ];
    }

    public static SourceCard Of(FollowedSource source, SyncRun? last, DateTimeOffset now, bool isAtWork) => new(source, last, SourceState.Of(source, last, now, isAtWork));
}
