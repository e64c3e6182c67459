using Winnow.Cli.Output;
using Winnow.Configuration;
using Winnow.Embeddings.Static;
using Winnow.Papers;
using Winnow.Search;
using Winnow.Search.Indexing;
using Winnow.Search.Meaning;
using Winnow.Sources;
using Winnow.Sources.Importing;
using Winnow.Sources.Syncing;
using Winnow.Storage.Sqlite;
using Winnow.Trends;

namespace Winnow.Cli.Hosting;

/// <summary>One data folder, open: the only place where the product's parts are put together.</summary>
internal sealed class Workspace : IAsyncDisposable
{
    /// <summary>Long enough for a small import to end first: it is then indexed in one go.</summary>
    private static readonly TimeSpan IndexingPause = TimeSpan.FromSeconds(2);

    private readonly SqliteLibrary _library;
    private readonly StaticEmbedder _model = StaticEmbedder.Open(StaticEmbedder.ShippedModel);

    private Workspace(WinnowOptions options)
    {
        Options = options;
        _library = SqliteLibrary.Open(options.LibraryFile, Formats, TimeProvider.System);
        Index = new PaperIndex(options.IndexFolder, TimeProvider.System);
        Indexer = new PaperIndexer(_library, Index, TimeProvider.System);
        Import = new PaperImport(_library, Formats, options.DataFolder, TimeProvider.System);
        Meaning = new PaperMeaning(_library, options.VectorsFolder, [new EmbeddingModel(_model)], TimeProvider.System);
        Trends = new TrendUpdater(_library.Signals, TimeProvider.System);
        Trending = new TrendingPapers(_library, _library.Signals, TimeProvider.System);
        Search = new PaperSearch(_library, Index, TimeProvider.System, Meaning);
    }

    public static RecordFormats Formats { get; } = KnownFormats.All;

    public WinnowOptions Options { get; }

    public IPaperLibrary Library => _library;

    public ILibraryWriter Writer => _library;

    /// <summary>The sources that the library follows.</summary>
    public ISyncStore Sources => _library.Syncing;

    public PaperIndex Index { get; }

    public PaperIndexer Indexer { get; }

    /// <summary>What the papers mean to the model that ships with Winnow.</summary>
    public PaperMeaning Meaning { get; }

    /// <summary>Keeps the trends of papers up to date.</summary>
    public TrendUpdater Trends { get; }

    public TrendingPapers Trending { get; }

    public PaperImport Import { get; }

    public PaperSearch Search { get; }

    /// <exception cref="CliException">There is no library in the folder.</exception>
    /// <exception cref="LibraryException">The library cannot be used.</exception>
    public static Workspace Open(WinnowOptions options) => File.Exists(options.LibraryFile)
        ? new Workspace(options)
        : throw new CliException(
            ExitCode.Unavailable,
            $"There is no library in {options.DataFolder} yet. Import papers with `winnow import FILES`, or start `winnow serve`, which brings a sample.");

    /// <summary>Opens the library, and creates it and its folder when they are missing.</summary>
    public static Workspace OpenOrCreate(WinnowOptions options)
    {
        try
        {
            Directory.CreateDirectory(options.DataFolder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Unavailable, $"The folder {options.DataFolder} cannot be created: {refused.Message} Name another with --data.", refused);
        }

        return new Workspace(options);
    }

    /// <summary>Makes the index and the vectors know all that the library knows. Says so on <paramref name="terminal"/> only when it takes long enough to be noticed.</summary>
    public async Task CatchUpAsync(Terminal terminal, CancellationToken cancel)
    {
        using var indexing = new IndexingProgress(terminal);
        using var embedding = new EmbeddingReport(terminal);
        await Indexer.CatchUpAsync(indexing, cancel).ConfigureAwait(false);
        await Meaning.CatchUpAsync(embedding, cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Indexes what <paramref name="importing"/> has stored while it goes on storing, so that both cores work: a large import and its index are there after
    /// little more than the import alone takes. Ends with it, whatever becomes of it, and leaves what is missing to <see cref="CatchUpAsync"/>.
    /// </summary>
    public async Task IndexDuringAsync(Task importing, CancellationToken cancel)
    {
        while (!importing.IsCompleted)
        {
            await Task.WhenAny(importing, Task.Delay(IndexingPause, TimeProvider.System, cancel)).ConfigureAwait(false);
            if (!importing.IsCompleted && !cancel.IsCancellationRequested)
            {
                await IndexAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Meaning.Dispose();
        _model.Dispose();
        Indexer.Dispose();
        Index.Dispose();
        await _library.DisposeAsync().ConfigureAwait(false);
    }

    private async Task IndexAsync(CancellationToken cancel)
    {
        try
        {
            await Indexer.CatchUpAsync(null, cancel).ConfigureAwait(false);
        }
        catch (Exception postponed) when (postponed is IOException or OperationCanceledException)
        {
            // The import goes on; what stopped the index is told by the catch-up after it.
        }
    }
}
