using Winnow.Index;
using Winnow.Index.Vectors;
using Winnow.Papers;

namespace Winnow.Search.Meaning;

/// <summary>
/// The vectors that one model gave one library's papers, read by everything in this process. Thread-safe; sees what any process commits, and writes nothing
/// (<see cref="PaperEmbedder"/> does).
/// </summary>
public sealed class PaperVectors : IDisposable
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(200);

    private readonly VectorIndex _index;
    private readonly TimeProvider _clock;
    private long _refreshedAt;

    private PaperVectors(string folder, EmbeddingModel model, VectorIndex index, TimeProvider clock)
    {
        (Folder, Model, _index, _clock) = (folder, model, index, clock);
        _refreshedAt = clock.GetTimestamp();
    }

    public EmbeddingModel Model { get; }

    /// <summary>Papers that have a vector of this model.</summary>
    public int Papers => _index.Count;

    /// <summary>The library position up to which every paper has one.</summary>
    public long Position => _index.Position;

    public VectorIndexStatistics Statistics => _index.Statistics;

    internal string Folder { get; }

    /// <summary>Opens what is there. Vectors are derived: damaged ones are forgotten, and the embedder makes them anew.</summary>
    /// <param name="folder">The folder of all models' vectors; each model has one of its own in it.</param>
    /// <param name="model">Whose vectors.</param>
    /// <param name="clock">Paces the looks for new commits.</param>
    public static PaperVectors Open(string folder, EmbeddingModel model, TimeProvider clock)
    {
        var own = Path.Combine(folder, FolderName(model));
        try
        {
            return new PaperVectors(own, model, VectorIndex.Open(own), clock);
        }
        catch (IndexCorruptException)
        {
            Forget(own);
            return new PaperVectors(own, model, VectorIndex.Open(own), clock);
        }
    }

    /// <summary>The papers nearest to a vector, best first.</summary>
    public IReadOnlyList<VectorHit> Nearest(ReadOnlySpan<float> vector, int limit, Func<long, bool>? accept = null)
    {
        RefreshIfDue();
        return _index.Search(vector, limit, accept);
    }

    /// <summary>At most so many of the papers that have a vector, spread over all of them.</summary>
    public IReadOnlyList<PaperId> Sample(int most) => [.. _index.Sample(most).Select(id => new PaperId(id))];

    public bool TryGet(PaperId id, Span<float> vector) => _index.TryGet(id.Value, vector);

    public IReadOnlyList<string> Check() => _index.Check();

    public void Dispose() => _index.Dispose();

    internal bool Contains(PaperId id, uint content) => _index.Contains(id.Value, content);

    internal void Refresh()
    {
        _index.Refresh();
        Volatile.Write(ref _refreshedAt, _clock.GetTimestamp());
    }

    /// <summary>Deletes a model's vectors.</summary>
    internal static void Forget(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Model names hold slashes and colons; whatever a file name does not take becomes a hyphen.</summary>
    private static string FolderName(EmbeddingModel model)
    {
        var letters = model.Name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-').ToArray();
        return FormattableString.Invariant($"{new string(letters)}-{model.Dimensions}");
    }

    private void RefreshIfDue()
    {
        if (_clock.GetElapsedTime(Volatile.Read(ref _refreshedAt)) >= RefreshInterval)
        {
            try
            {
                Refresh();
            }
            catch (IOException)
            {
                // The commit before goes on answering; the embedder meets the same damage and mends it.
                Volatile.Write(ref _refreshedAt, _clock.GetTimestamp());
            }
        }
    }
}
