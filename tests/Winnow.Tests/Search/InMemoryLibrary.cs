using Winnow.Papers;

namespace Winnow.Tests.Search;

/// <summary>The library's contract without a database: papers with the position of their newest change.</summary>
internal sealed class InMemoryLibrary : IPaperLibrary
{
    private readonly Lock _lock = new();
    private readonly Dictionary<PaperId, PaperChange> _changes = [];
    private long _position;

    /// <summary>How often changes were asked for.</summary>
    internal int Reads { get; private set; }

    internal void Put(params IEnumerable<Paper> papers)
    {
        lock (_lock)
        {
            foreach (var paper in papers)
            {
                _changes[paper.Id] = new PaperChange(++_position, paper.Id, paper);
            }
        }
    }

    internal void Remove(PaperId id)
    {
        lock (_lock)
        {
            _changes[id] = new PaperChange(++_position, id, null);
        }
    }

    internal IReadOnlyList<Paper> Papers => [.. _changes.Values.Where(change => change.Paper is not null).Select(change => change.Paper!)];

    public Task<Paper?> FindAsync(PaperId id, CancellationToken cancel) => Task.FromResult(_changes.GetValueOrDefault(id)?.Paper);

    public Task<Paper?> FindAsync(Identifier identifier, CancellationToken cancel) =>
        Task.FromResult(Papers.FirstOrDefault(paper => paper.Identifiers.Contains(identifier)));

    public Task<IReadOnlyList<Paper>> GetAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Paper>>([.. ids.Select(id => _changes.GetValueOrDefault(id)?.Paper).OfType<Paper>()]);

    public Task<IReadOnlyList<PaperChange>> GetChangesAsync(long position, int limit, CancellationToken cancel)
    {
        lock (_lock)
        {
            Reads++;
            return Task.FromResult<IReadOnlyList<PaperChange>>(
                [.. _changes.Values.Where(change => change.Position > position).OrderBy(change => change.Position).Take(limit)]);
        }
    }

    public Task<long> GetPositionAsync(CancellationToken cancel) => Task.FromResult(_position);

    public Task<IReadOnlyList<StoredRecord>> GetRecordsAsync(PaperId id, CancellationToken cancel) => throw new NotSupportedException();

    public Task<LibraryCounts> CountAsync(CancellationToken cancel) => Task.FromResult(new LibraryCounts(
        Papers.Count, Papers.Count(paper => paper.Abstract is not null), Papers.Count, new Dictionary<string, long>(), OnlySample: false));

    public Task<IReadOnlyList<VenueYears>> GetVenuesAsync(CancellationToken cancel) => throw new NotSupportedException();

    public Task<PaperPage> GetByVenueAsync(string venue, int? year, int offset, int limit, CancellationToken cancel) => throw new NotSupportedException();

    public Task<PaperPage> GetByAuthorAsync(string name, int offset, int limit, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<AuthorCount>> GetAuthorsAsync(string prefix, int limit, CancellationToken cancel) => throw new NotSupportedException();

    public Task<PaperPage> GetNewestAsync(int offset, int limit, CancellationToken cancel) => Task.FromResult(new PaperPage(
        [.. Papers.OrderByDescending(paper => paper.Year).ThenBy(paper => paper.Id).Skip(offset).Take(limit)], Papers.Count));

    public Task<PaperPage> GetNewestByVenueAsync(string venue, int? year, int offset, int limit, CancellationToken cancel) => throw new NotSupportedException();

    public Task<PaperPage> GetAppearedAsync(DateOnly first, DateOnly last, int offset, int limit, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<PaperId>> GetAppearedIdsAsync(DateOnly first, DateOnly last, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<DayCount>> CountByDayAsync(DateOnly first, DateOnly last, CancellationToken cancel) => throw new NotSupportedException();

    public Task<(DateOnly? Before, DateOnly? After)> FindDaysAroundAsync(DateOnly first, DateOnly last, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<PaperStamp>> GetStampsAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel) => throw new NotSupportedException();
}
