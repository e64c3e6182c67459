using Winnow.Index;

namespace Winnow.Search.Indexing;

/// <summary>
/// The search index of one library, read by everything in this process that searches. Thread-safe. It sees what any process commits; it writes nothing
/// (<see cref="PaperIndexer"/> does).
/// </summary>
/// <param name="folder">Where the index is or will be; a folder that does not exist is an empty index.</param>
/// <param name="clock">Paces the looks for new commits.</param>
public sealed class PaperIndex(string folder, TimeProvider clock) : IDisposable
{
    /// <summary>How stale a search may be at most; a look costs one small file read.</summary>
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(200);

    private readonly Lock _opening = new();
    private SearchIndex? _reader;
    private long _refreshedAt;
    private volatile string? _damage;

    public string Folder { get; } = folder;

    /// <summary>What is wrong with the index as one sentence, or null; a damaged index is built again by the next catch-up.</summary>
    public string? Damage => _damage;

    /// <summary>The index as of at most <see cref="RefreshInterval"/> ago.</summary>
    /// <exception cref="IndexCorruptException">It cannot be read; <see cref="Damage"/> says so until it was built again.</exception>
    internal SearchIndex Read(bool newest = false)
    {
        lock (_opening)
        {
            try
            {
                if (_reader is null)
                {
                    _reader = SearchIndex.Open(Folder);
                    _refreshedAt = clock.GetTimestamp();
                }
                else if (newest || clock.GetElapsedTime(_refreshedAt) >= RefreshInterval)
                {
                    _reader.Refresh();
                    _refreshedAt = clock.GetTimestamp();
                }

                return _reader;
            }
            catch (IndexCorruptException damage)
            {
                Report(damage);
                throw;
            }
        }
    }

    /// <summary>Lets go of a reader that met damage while it searched. Searches still running on it end by themselves.</summary>
    internal void Report(IndexCorruptException damage)
    {
        lock (_opening)
        {
            _damage = damage.Message;
            _reader = null;
        }
    }

    internal void Repaired()
    {
        _damage = null;
        Read(newest: true);
    }

    public void Dispose()
    {
        lock (_opening)
        {
            _reader?.Dispose();
            _reader = null;
        }
    }
}
