using Winnow.Papers;
using Winnow.Readers.Collections;
using Winnow.Web.Links;

namespace Winnow.Web.Feeds;

/// <summary>The feed of a collection: the paper added last comes first, and is as new as its being added.</summary>
internal sealed class CollectionFeeds(PaperCollections collections, IPaperLibrary library)
{
    /// <returns>Null when there is no such collection.</returns>
    public async Task<Feed?> PapersAsync(string slug, int number, CancellationToken cancel)
    {
        if (await collections.FindAsync(slug, cancel) is not { } collection)
        {
            return null;
        }

        var page = PageLink.Collection(collection.Slug);
        var offset = (number - 1) * Feed.PageSize;
        var found = await collections.GetPapersAsync(collection, offset, Feed.PageSize, cancel);
        var stamps = (await library.GetStampsAsync([.. found.Papers.Select(kept => kept.Paper.Id)], cancel)).ToDictionary(stamp => stamp.Paper);
        // A paper that was removed between the two reads is left out.
        FeedEntry[] entries = [.. found.Papers.Where(kept => stamps.ContainsKey(kept.Paper.Id)).Select(kept => Entry(kept, stamps[kept.Paper.Id]))];
        return new Feed($"Winnow: {collection.Name}", page, FeedAddress.Of(page), entries, number, number < Feed.MostPages && found.Total > offset + Feed.PageSize)
        {
            Subtitle = collection.Description,
            AsOf = collection.Changed,
        };
    }

    private static FeedEntry Entry(KeptPaper kept, PaperStamp stamp) => PaperEntry.Of(kept.Paper, stamp, kept.Note.Length > 0 ? kept.Note : null) with
    {
        Updated = kept.Added,
        Changed = kept.Added > stamp.Read ? kept.Added : stamp.Read,
    };
}
