using Winnow.Papers;

namespace Winnow.Readers.Collections;

/// <summary>
/// Keeps collections. Their papers belong to records and are read by paper, as signals are, so that they follow when papers merge or fall apart. Implemented once
/// per database; every implementation passes the same conformance suite.
/// </summary>
public interface ICollectionStore
{
    /// <summary>Makes an empty collection.</summary>
    /// <param name="slug">The wished slug; where another collection has it, a number is put behind it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="description">Empty for none.</param>
    /// <returns>The collection; null when the name is taken.</returns>
    Task<Collection?> AddAsync(string slug, string name, string description, CancellationToken cancel);

    /// <summary>All, by name.</summary>
    Task<IReadOnlyList<Collection>> GetAllAsync(CancellationToken cancel);

    Task<Collection?> FindAsync(string slug, CancellationToken cancel);

    /// <summary>Names and describes it anew; its slug stays.</summary>
    /// <returns>False when another one has the name, or when it is no more.</returns>
    Task<bool> DescribeAsync(long collection, string name, string description, CancellationToken cancel);

    /// <summary>Deletes it with its notes. Its papers stay in the library, and in other collections.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> DeleteAsync(long collection, CancellationToken cancel);

    /// <summary>Puts a paper into it.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="paper">The paper, under any of its ids.</param>
    /// <param name="added">Since when it shall be there.</param>
    /// <param name="note">Empty for none.</param>
    /// <returns>False when it was in it already, or when there is no such paper or collection.</returns>
    Task<bool> KeepAsync(long collection, PaperId paper, DateTimeOffset added, string note, CancellationToken cancel);

    /// <summary>Takes a paper out.</summary>
    /// <returns>How it was kept, so that it can be put back; null when it was not.</returns>
    Task<KeptPaper?> RemoveAsync(long collection, PaperId paper, CancellationToken cancel);

    /// <summary>Sets what is noted of a paper there.</summary>
    /// <returns>False when the paper is not in it.</returns>
    Task<bool> AnnotateAsync(long collection, PaperId paper, string note, CancellationToken cancel);

    /// <summary>Its papers, the one added last first. A paper that the library has lost is left out until it comes back.</summary>
    Task<KeptPage> GetPapersAsync(long collection, int offset, int limit, CancellationToken cancel);

    /// <summary>Which of the papers are in which collections, by the collections' names.</summary>
    /// <param name="papers">By the ids that they have now.</param>
    Task<IReadOnlyList<Keeping>> GetKeepingAsync(IReadOnlyCollection<PaperId> papers, CancellationToken cancel);
}
