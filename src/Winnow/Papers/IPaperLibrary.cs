namespace Winnow.Papers;

/// <summary>Reads the library. Implemented once per database; every implementation passes the same conformance suite.</summary>
public interface IPaperLibrary
{
    /// <summary>The paper with this id, or the one that an alias of it was merged into.</summary>
    Task<Paper?> FindAsync(PaperId id, CancellationToken cancel);

    Task<Paper?> FindAsync(Identifier identifier, CancellationToken cancel);

    /// <summary>Papers in the order of <paramref name="ids"/>; unknown ids are left out.</summary>
    Task<IReadOnlyList<Paper>> GetAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel);

    /// <summary>The records of one paper with their raw bytes, most trusted first.</summary>
    Task<IReadOnlyList<StoredRecord>> GetRecordsAsync(PaperId id, CancellationToken cancel);

    /// <summary>
    /// What changed after <paramref name="position"/>, oldest change first, at most <paramref name="limit"/> entries. Each paper appears once, at its newest
    /// change; a paper that no longer exists appears without a <see cref="Paper"/>.
    /// </summary>
    Task<IReadOnlyList<PaperChange>> GetChangesAsync(long position, int limit, CancellationToken cancel);

    /// <summary>The newest change's position; cheap enough to ask several times a second.</summary>
    Task<long> GetPositionAsync(CancellationToken cancel);

    Task<LibraryCounts> CountAsync(CancellationToken cancel);

    /// <summary>Venues with their years and paper counts, most papers first.</summary>
    Task<IReadOnlyList<VenueYears>> GetVenuesAsync(CancellationToken cancel);

    /// <summary>One venue's papers of one year, by status and then title; of all years when it is null, the newest year first.</summary>
    Task<PaperPage> GetByVenueAsync(string venue, int? year, int offset, int limit, CancellationToken cancel);

    /// <summary>Papers of every author whose name folds to the same key as <paramref name="name"/> (case, accents and initials' dots ignored), newest first.</summary>
    Task<PaperPage> GetByAuthorAsync(string name, int offset, int limit, CancellationToken cancel);

    /// <summary>Authors whose folded name starts with <paramref name="prefix"/> (empty: all), most papers first.</summary>
    Task<IReadOnlyList<AuthorCount>> GetAuthorsAsync(string prefix, int limit, CancellationToken cancel);

    /// <summary>The newest papers by first appearance.</summary>
    Task<PaperPage> GetNewestAsync(int offset, int limit, CancellationToken cancel);
}
