using Winnow.Papers;
using Winnow.Readers.Collections;

namespace Winnow.Storage.Sqlite;

/// <summary>The collections of a <see cref="SqliteLibrary"/>, in the same file and with the same connections.</summary>
internal sealed class SqliteCollections(ReaderPool readers, LibraryWriter writer, Connection connection, TimeProvider clock) : ICollectionStore
{
    public Task<Collection?> AddAsync(string slug, string name, string description, CancellationToken cancel) => writer.WriteAsync(
        () => writer.Collections.Insert(slug, name, description, clock.GetUtcNow()) is { } given ? CollectionQueries.Find(connection, given) : null, cancel);

    public Task<IReadOnlyList<Collection>> GetAllAsync(CancellationToken cancel) => Read<IReadOnlyList<Collection>>(CollectionQueries.All, cancel);

    public Task<Collection?> FindAsync(string slug, CancellationToken cancel) => Read(reader => CollectionQueries.Find(reader, slug), cancel);

    public Task<bool> DescribeAsync(long collection, string name, string description, CancellationToken cancel) =>
        writer.WriteAsync(() => writer.Collections.Describe(collection, name, description, clock.GetUtcNow()), cancel);

    public Task<bool> DeleteAsync(long collection, CancellationToken cancel) => writer.WriteAsync(() => writer.Collections.Delete(collection), cancel);

    public Task<bool> KeepAsync(long collection, PaperId paper, DateTimeOffset added, string note, CancellationToken cancel) =>
        writer.WriteAsync(() => writer.Collections.Keep(collection, paper, added, note, clock.GetUtcNow()), cancel);

    public Task<KeptPaper?> RemoveAsync(long collection, PaperId paper, CancellationToken cancel) => writer.WriteAsync(
        () =>
        {
            var kept = CollectionQueries.Kept(connection, collection, paper);
            if (kept is not null)
            {
                writer.Collections.Remove(collection, kept.Paper.Id, clock.GetUtcNow());
            }

            return kept;
        },
        cancel);

    public Task<bool> AnnotateAsync(long collection, PaperId paper, string note, CancellationToken cancel) =>
        writer.WriteAsync(() => writer.Collections.Annotate(collection, paper, note, clock.GetUtcNow()), cancel);

    public Task<KeptPage> GetPapersAsync(long collection, int offset, int limit, CancellationToken cancel) =>
        Read(reader => CollectionQueries.Papers(reader, collection, offset, limit), cancel);

    public Task<IReadOnlyList<Keeping>> GetKeepingAsync(IReadOnlyCollection<PaperId> papers, CancellationToken cancel) =>
        Read<IReadOnlyList<Keeping>>(reader => CollectionQueries.Of(reader, papers), cancel);

    private Task<T> Read<T>(Func<Connection, T> read, CancellationToken cancel) =>
        cancel.IsCancellationRequested ? Task.FromCanceled<T>(cancel) : Task.FromResult(readers.Read(read));
}
