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

    /// <summary>One venue's papers of one year, or of all when it is null, the newest by first appearance first.</summary>
    Task<PaperPage> GetNewestByVenueAsync(string venue, int? year, int offset, int limit, CancellationToken cancel);

    /// <summary>
    /// Papers that first appeared between two days, both included, the newest day first; within a day in the order of their newest change. A paper of which only
    /// the year is known appeared on no day.
    /// </summary>
    Task<PaperPage> GetAppearedAsync(DateOnly first, DateOnly last, int offset, int limit, CancellationToken cancel);

    /// <summary>All papers of <see cref="GetAppearedAsync"/>, in its order, by their ids alone.</summary>
    Task<IReadOnlyList<PaperId>> GetAppearedIdsAsync(DateOnly first, DateOnly last, CancellationToken cancel);

    /// <summary>How many papers first appeared on each day between two, both included, in order; days without any are left out.</summary>
    Task<IReadOnlyList<DayCount>> CountByDayAsync(DateOnly first, DateOnly last, CancellationToken cancel);

    /// <summary>The nearest days before <paramref name="first"/> and after <paramref name="last"/> on which a paper appeared; null where there is none.</summary>
    Task<(DateOnly? Before, DateOnly? After)> FindDaysAroundAsync(DateOnly first, DateOnly last, CancellationToken cancel);

    /// <summary>When each of the papers arrived and was last revised, in the order of <paramref name="ids"/>; unknown ids are left out.</summary>
    Task<IReadOnlyList<PaperStamp>> GetStampsAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel);
}
