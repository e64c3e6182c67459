using System.Collections.Concurrent;
using Winnow.Index.Lexical;
using Winnow.Index.Segments;
using Winnow.Index.Text;

namespace Winnow.Index;

/// <summary>Reads an index. Thread-safe: each search sees one commit, whole. A folder without an index is an empty index at position 0.</summary>
public sealed class SearchIndex : IDisposable
{
    // With the stems that they remember: a cold one takes several times as long for an abstract.
    private static readonly ConcurrentBag<Analyzer> Analyzers = [];

    private readonly string _folder;
    private readonly Lock _refreshing = new();
    private readonly ConcurrentBag<(SearchScratch Scratch, Analyzer Analyzer)> _idle = [];
    private Snapshot? _snapshot;
    private bool _disposed;

    private SearchIndex(string folder)
    {
        _folder = folder;
        _snapshot = Snapshot.Open(folder, null);
    }

    /// <summary>The caller's position of the commit that searches see.</summary>
    public long Position => Read(static snapshot => snapshot.Manifest.Position, 0);

    public IndexStatistics Statistics => Read(
        static snapshot => new IndexStatistics(
            snapshot.Documents,
            snapshot.Segments.Sum(segment => (long)(segment.Deletes?.Count ?? 0)),
            snapshot.Segments.Length,
            snapshot.Segments.Sum(segment => segment.Reader.Bytes),
            snapshot.Manifest.Generation,
            snapshot.Manifest.Position),
        new IndexStatistics(0, 0, 0, 0, 0, 0));

    /// <exception cref="IndexCorruptException">A file of the index cannot be read.</exception>
    public static SearchIndex Open(string folder) => new(folder);

    /// <summary>Sees the newest commit, of whatever process. Reads one small file when there is none; cheap enough for every search.</summary>
    /// <returns>Whether there was a new one.</returns>
    /// <exception cref="IndexCorruptException">The new commit cannot be read; searches go on in the one before.</exception>
    public bool Refresh()
    {
        lock (_refreshing)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var manifest = Manifest.Load(_folder);
            if (manifest?.Generation == _snapshot?.Manifest.Generation && manifest?.Position == _snapshot?.Manifest.Position)
            {
                return false;
            }

            var opened = Snapshot.Open(_folder, _snapshot);
            Interlocked.Exchange(ref _snapshot, opened)?.Release();
            return true;
        }
    }

    /// <exception cref="ArgumentException">The query names a field that the index does not have, or the page is negative.</exception>
    public SearchResult Search(IndexQuery query, SearchOptions? options = null)
    {
        options ??= new SearchOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Offset);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Limit);
        return Use((snapshot, tools) => new Searcher(tools.Scratch, snapshot, tools.Analyzer).Search(query, options), new SearchResult { Hits = [], Matches = 0 });
    }

    /// <summary>
    /// The words that no document has in any form, with what was probably meant by each. A search takes words as they are: whoever asks decides whether to put another in place.
    /// </summary>
    /// <param name="query">The words.</param>
    /// <param name="isWord">Of words as typed, which are right although no document has them; null: none is.</param>
    public IReadOnlyList<WordCorrection> Corrections(WordsQuery query, Predicate<string>? isWord = null) => Use<IReadOnlyList<WordCorrection>>(
        (snapshot, tools) => new WordReader(new TermStatistics(snapshot), tools.Analyzer).Corrections(query, isWord, tools.Scratch), []);

    /// <summary>What the document's score is made of; null when the index does not hold it.</summary>
    public Explanation? Explain(IndexQuery query, long id) => Use<Explanation?>(
        (snapshot, tools) => snapshot.Find(id) is var (segment, document)
            ? DocumentScore.Explain(tools.Scratch, snapshot, new QueryCompiler(snapshot, tools.Analyzer).Compile(query), segment, document) : null,
        null);

    /// <summary>The documents that a query and filters admit; null while the folder holds no index.</summary>
    /// <exception cref="ArgumentException">The query or a filter names a field that the index does not have.</exception>
    public QueryDocuments? Admitted(IndexQuery query, IReadOnlyList<FieldFilter> filters)
    {
        if (Acquire() is not { } snapshot)
        {
            return null;
        }

        try
        {
            var tools = _idle.TryTake(out var idle) ? idle : (new SearchScratch(), new Analyzer());
            return new QueryDocuments(snapshot, tools, _idle, query, filters);
        }
        catch
        {
            snapshot.Release();
            throw;
        }
    }

    /// <summary>Documents that share this one's most telling words, best first, itself left out; empty when the index does not hold it.</summary>
    public IReadOnlyList<Hit> Similar(long id, int limit) => Use<IReadOnlyList<Hit>>(
        (snapshot, tools) => SimilarDocuments.Plan(tools.Scratch, snapshot, id) is { } plan
            ? [.. Rank(snapshot, tools.Scratch, plan, limit + 1).Where(hit => hit.Id != id).Take(limit)] : [],
        []);

    /// <summary>Documents that share the most telling words of a text that need not be in the index.</summary>
    public IReadOnlyList<Hit> Similar(string text, int limit) => Use<IReadOnlyList<Hit>>(
        (snapshot, tools) => Rank(snapshot, tools.Scratch, SimilarDocuments.Plan(snapshot, tools.Analyzer, text), limit), []);

    /// <summary>The terms of a text with where they stand in it; for highlighting.</summary>
    public static IReadOnlyList<Term> Analyze(string text, AnalysisKind kind = AnalysisKind.English)
    {
        var terms = new List<Term>();
        var analyzer = Analyzers.TryTake(out var idle) ? idle : new Analyzer();
        analyzer.Analyze(text, kind, forIndex: false, terms);
        Analyzers.Add(analyzer);
        return terms;
    }

    /// <summary>Reads every byte of the index and compares checksums and invariants.</summary>
    /// <returns>One sentence for each problem; empty when there is none.</returns>
    public IReadOnlyList<string> Check() => Read<IReadOnlyList<string>>(IndexCheck.Run, []);

    public void Dispose()
    {
        lock (_refreshing)
        {
            _disposed = true;
            Interlocked.Exchange(ref _snapshot, null)?.Release();
        }
    }

    private static List<Hit> Rank(Snapshot snapshot, SearchScratch scratch, QueryPlan plan, int limit)
    {
        var hits = new TopHits(limit);
        var ranking = new Ranking(scratch, snapshot, plan, hits);
        for (var segment = 0; segment < snapshot.Segments.Length; segment++)
        {
            ranking.Add(segment, snapshot.Segments[segment].Deletes is { } deletes ? [.. deletes.Bits.Select(word => ~word)] : null, []);
        }

        return [.. hits.Take().Select(hit => new Hit(hit.Id, (float)hit.Key))];
    }

    private T Use<T>(Func<Snapshot, (SearchScratch Scratch, Analyzer Analyzer), T> use, T whenEmpty) => Read(
        snapshot =>
        {
            var tools = _idle.TryTake(out var idle) ? idle : (new SearchScratch(), new Analyzer());
            var result = use(snapshot, tools);
            // After an exception the buffers may be half used, so they only go back when all went well.
            _idle.Add(tools);
            return result;
        },
        whenEmpty);

    private T Read<T>(Func<Snapshot, T> read, T whenEmpty)
    {
        var snapshot = Acquire();
        if (snapshot is null)
        {
            return whenEmpty;
        }

        try
        {
            return read(snapshot);
        }
        finally
        {
            snapshot.Release();
        }
    }

    private Snapshot? Acquire()
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var snapshot = Volatile.Read(ref _snapshot);
            // A snapshot that lost its last reference was replaced a moment ago.
            if (snapshot is null || snapshot.TryAcquire())
            {
                return snapshot;
            }
        }
    }
}
