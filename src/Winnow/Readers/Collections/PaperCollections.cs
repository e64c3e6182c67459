using Winnow.Papers;
using Winnow.Papers.Text;

namespace Winnow.Readers.Collections;

/// <summary>Makes, fills and reads collections, and says in one sentence why something cannot be done. Thread-safe; one for a library.</summary>
/// <param name="store">Keeps them.</param>
/// <param name="clock">Says when a paper is added.</param>
public sealed class PaperCollections(ICollectionStore store, TimeProvider clock)
{
    public const int LongestName = 100;
    public const int LongestDescription = 2000;
    public const int LongestNote = 2000;

    /// <summary>A form offers all of them at once.</summary>
    public const int MostCollections = 500;

    /// <summary>A collection is downloaded in one piece.</summary>
    public const int MostPapers = 10_000;

    /// <exception cref="CollectionException">The name is empty, too long or taken, or there are too many collections.</exception>
    public async Task<Collection> CreateAsync(string name, string description, CancellationToken cancel)
    {
        var (line, text) = (Named(name), Described(description));
        if ((await store.GetAllAsync(cancel).ConfigureAwait(false)).Count >= MostCollections)
        {
            throw new CollectionException($"There are {MostCollections} collections, and no more fit: delete one that nobody needs.");
        }

        return await store.AddAsync(CollectionSlug.Of(line), line, text, cancel).ConfigureAwait(false) ?? throw Taken(line);
    }

    /// <summary>Names and describes it anew; its address stays.</summary>
    /// <exception cref="CollectionException">The name is empty, too long or another one's, or the collection is no more.</exception>
    public async Task DescribeAsync(Collection collection, string name, string description, CancellationToken cancel)
    {
        var (line, text) = (Named(name), Described(description));
        if (!await store.DescribeAsync(collection.Id, line, text, cancel).ConfigureAwait(false))
        {
            throw await store.FindAsync(collection.Slug, cancel).ConfigureAwait(false) is null ? new CollectionException($"The collection {collection.Name} is no more.") : Taken(line);
        }
    }

    /// <summary>Puts a paper into a collection.</summary>
    /// <param name="collection">As it was read a moment ago.</param>
    /// <param name="paper">The paper, under any of its ids.</param>
    /// <param name="note">Empty for none.</param>
    /// <param name="added">When it is put back: since when it had been there.</param>
    /// <returns>False when it was in it already, or when there is no such paper.</returns>
    /// <exception cref="CollectionException">The note is too long, or the collection is full.</exception>
    public async Task<bool> KeepAsync(Collection collection, PaperId paper, string note, CancellationToken cancel, DateTimeOffset? added = null)
    {
        var text = Noted(note);
        if (collection.Papers >= MostPapers)
        {
            throw new CollectionException($"{collection.Name} holds {MostPapers} papers, and no more fit: begin another collection.");
        }

        var now = clock.GetUtcNow();
        return await store.KeepAsync(collection.Id, paper, added < now ? added.Value : now, text, cancel).ConfigureAwait(false);
    }

    /// <returns>False when the paper is not in it.</returns>
    /// <exception cref="CollectionException">The note is too long.</exception>
    public Task<bool> AnnotateAsync(Collection collection, PaperId paper, string note, CancellationToken cancel) =>
        store.AnnotateAsync(collection.Id, paper, Noted(note), cancel);

    /// <summary>As <see cref="ICollectionStore.GetAllAsync"/>.</summary>
    public Task<IReadOnlyList<Collection>> GetAllAsync(CancellationToken cancel) => store.GetAllAsync(cancel);

    /// <summary>As <see cref="ICollectionStore.FindAsync"/>.</summary>
    public Task<Collection?> FindAsync(string slug, CancellationToken cancel) => store.FindAsync(slug, cancel);

    /// <summary>As <see cref="ICollectionStore.DeleteAsync"/>.</summary>
    public Task<bool> DeleteAsync(Collection collection, CancellationToken cancel) => store.DeleteAsync(collection.Id, cancel);

    /// <summary>As <see cref="ICollectionStore.RemoveAsync"/>.</summary>
    public Task<KeptPaper?> RemoveAsync(Collection collection, PaperId paper, CancellationToken cancel) => store.RemoveAsync(collection.Id, paper, cancel);

    /// <summary>As <see cref="ICollectionStore.GetPapersAsync"/>.</summary>
    public Task<KeptPage> GetPapersAsync(Collection collection, int offset, int limit, CancellationToken cancel) => store.GetPapersAsync(collection.Id, offset, limit, cancel);

    /// <summary>As <see cref="ICollectionStore.GetKeepingAsync"/>.</summary>
    public Task<IReadOnlyList<Keeping>> GetKeepingAsync(IReadOnlyCollection<PaperId> papers, CancellationToken cancel) => store.GetKeepingAsync(papers, cancel);

    private static string Named(string name)
    {
        var line = TextCleaning.CleanLine(name, TextMarkup.None);
        return line.Length switch
        {
            0 => throw new CollectionException("Give the collection a name."),
            > LongestName => throw new CollectionException($"The name has {line.Length} characters; a collection's has {LongestName} at most."),
            _ => line,
        };
    }

    private static string Described(string description) => Bounded(description, LongestDescription, "description");

    private static string Noted(string note) => Bounded(note, LongestNote, "note");

    private static string Bounded(string text, int longest, string what)
    {
        var clean = TextCleaning.CleanText(text, TextMarkup.None);
        return clean.Length <= longest ? clean : throw new CollectionException($"The {what} has {clean.Length} characters; {longest} fit.");
    }

    private static CollectionException Taken(string name) => new($"There is a collection called {name} already.");
}
