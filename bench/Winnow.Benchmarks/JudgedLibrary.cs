using Winnow.Papers;

namespace Winnow.Benchmarks;

/// <summary>A fixed set of papers as the product's search reads a library. What only pages ask for is refused.</summary>
internal sealed class JudgedLibrary(IReadOnlyList<Paper> papers) : IPaperLibrary
{
    private readonly Dictionary<PaperId, Paper> _byId = papers.ToDictionary(paper => paper.Id);

    public Task<Paper?> FindAsync(PaperId id, CancellationToken cancel) => Task.FromResult(_byId.GetValueOrDefault(id));

    public Task<Paper?> FindAsync(Identifier identifier, CancellationToken cancel) => Task.FromResult<Paper?>(null);

    public Task<IReadOnlyList<Paper>> GetAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Paper>>([.. ids.Where(_byId.ContainsKey).Select(id => _byId[id])]);

    public Task<IReadOnlyList<PaperChange>> GetChangesAsync(long position, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<PaperChange>>([.. papers.Skip((int)position).Take(limit).Select((paper, i) => new PaperChange(position + i + 1, paper.Id, paper))]);

    public Task<long> GetPositionAsync(CancellationToken cancel) => Task.FromResult((long)papers.Count);

    public Task<LibraryCounts> CountAsync(CancellationToken cancel) =>
        Task.FromResult(new LibraryCounts(papers.Count, papers.Count, papers.Count, new Dictionary<string, long>(), OnlySample: false));

    public Task<PaperPage> GetNewestAsync(int offset, int limit, CancellationToken cancel) =>
        Task.FromResult(new PaperPage([.. papers.Skip(offset).Take(limit)], papers.Count));

    public Task<IReadOnlyList<StoredRecord>> GetRecordsAsync(PaperId id, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<VenueYears>> GetVenuesAsync(CancellationToken cancel) => throw new NotSupportedException();

    public Task<PaperPage> GetByVenueAsync(string venue, int? year, int offset, int limit, CancellationToken cancel) => throw new NotSupportedException();

    public Task<PaperPage> GetByAuthorAsync(string name, int offset, int limit, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<AuthorCount>> GetAuthorsAsync(string prefix, int limit, CancellationToken cancel) => throw new NotSupportedException();
}
