namespace Winnow.Index;

/// <summary>Changes an index. One at a time: a lock file in the folder keeps a second one out, of whatever process. Not thread-safe.</summary>
public sealed class IndexWriter : IDisposable
{
    /// <exception cref="IndexLockedException">Another writer is open.</exception>
    /// <exception cref="IndexSchemaException">The folder holds an index with other fields.</exception>
    /// <exception cref="IndexCorruptException">The folder holds an index that cannot be read.</exception>
    public static IndexWriter Open(string folder, IndexSchema schema, IndexWriterOptions? options = null) => throw new NotImplementedException();

    /// <summary>The position of the last commit, 0 before the first.</summary>
    public long Position => throw new NotImplementedException();

    /// <summary>Adds a document, or replaces the one with its id. Readers see it after the next <see cref="Commit"/>.</summary>
    public void Add(IndexDocument document) => throw new NotImplementedException();

    /// <summary>Forgets the document with this id, if there is one.</summary>
    public void Delete(long id) => throw new NotImplementedException();

    /// <summary>Publishes everything since the last commit atomically, together with the caller's position. What was not committed is lost when the process ends.</summary>
    public void Commit(long position) => throw new NotImplementedException();

    public void Dispose()
    {
    }
}
