using System.Globalization;
using Winnow.Cli.Output;
using Winnow.Configuration;
using Winnow.Embeddings.Spaces;
using Winnow.Papers;
using Winnow.Readers.Collections;
using Winnow.Search;
using Winnow.Search.Indexing;
using Winnow.Search.Likeness;
using Winnow.Search.Meaning;
using Winnow.Sources;
using Winnow.Sources.Importing;
using Winnow.Sources.Syncing;
using Winnow.Storage.Sqlite;
using Winnow.Trends;
using Winnow.Trends.Signals;
using Winnow.Trends.Topics;

namespace Winnow.Cli.Hosting;

/// <summary>One data folder, open: the only place where the product's parts are put together.</summary>
internal sealed class Workspace : IAsyncDisposable
{
    /// <summary>Long enough for a small import to end first: it is then indexed in one go.</summary>
    private static readonly TimeSpan IndexingPause = TimeSpan.FromSeconds(2);

    private readonly SqliteLibrary _library;
    /// <summary>Papers that a command embeds with a slow model on the way; more are left to the server.</summary>
    private const int FewPapers = 32;

    private OpenModels _models;

    private Workspace(WinnowOptions options)
    {
        Options = options;
        _library = SqliteLibrary.Open(options.LibraryFile, Formats, TimeProvider.System);
        Index = new PaperIndex(options.IndexFolder, TimeProvider.System);
        Indexer = new PaperIndexer(_library, Index, TimeProvider.System);
        Import = new PaperImport(_library, Formats, options.DataFolder, TimeProvider.System);
        Trends = new TrendUpdater(_library.Signals, TimeProvider.System);
        Trending = new TrendingPapers(_library, _library.Signals, TimeProvider.System);
        Collections = new PaperCollections(_library.Collections, TimeProvider.System);
        _models = OpenModels.Of(options);
        Meaning = new PaperMeaning(_library, options.VectorsFolder, _models.InOrder, TimeProvider.System);
        Search = new PaperSearch(_library, Index, TimeProvider.System, Meaning);
        Likeness = new PaperLikeness(_library, Index, Meaning, TimeProvider.System);
        Topics = new TrendingTopics(options.TopicsFolder, TimeProvider.System);
        TopicFollower = new TopicFollower(_library, options.TopicsFolder, TimeProvider.System);
    }

    public static RecordFormats Formats { get; } = KnownFormats.All;

    public WinnowOptions Options { get; }

    public IPaperLibrary Library => _library;

    public ILibraryWriter Writer => _library;

    /// <summary>The sources that the library follows.</summary>
    public ISyncStore Sources => _library.Syncing;

    public PaperIndex Index { get; }

    public PaperIndexer Indexer { get; }

    /// <summary>What the papers mean to the chosen model, and to those that stand in for it.</summary>
    public PaperMeaning Meaning { get; }

    /// <summary>What happened to the papers.</summary>
    public ISignalStore Signals => _library.Signals;

    /// <summary>Keeps the trends of papers up to date.</summary>
    public TrendUpdater Trends { get; }

    public TrendingPapers Trending { get; }

    /// <summary>Readers' lists of papers.</summary>
    public PaperCollections Collections { get; }

    /// <summary>Why the chosen model is not used; null when it is.</summary>
    public string? ModelTrouble => _models.Trouble;

    public PaperImport Import { get; }

    public PaperSearch Search { get; }

    public PaperLikeness Likeness { get; }

    public TrendingTopics Topics { get; }

    public TopicFollower TopicFollower { get; }

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

    /// <summary>Opens the models that these settings and the data folder choose now, in the place of those that are open. Searches go on meanwhile.</summary>
    /// <param name="say">Is told what came of it, in a sentence, as soon as that is known.</param>
    /// <returns>Completes when the models before are closed.</returns>
    public async Task ChangeModelsAsync(WinnowOptions options, Action<string> say, CancellationToken cancel)
    {
        var opened = await Task.Run(() => OpenModels.Of(options), cancel).ConfigureAwait(false);
        if (opened.Complaint(Meaning.Answering.Model.Name) is { } trouble)
        {
            opened.Dispose();
            say(trouble);
            return;
        }

        var before = _models;
        _models = opened;
        var replaced = Meaning.ReplaceAsync(opened.InOrder, cancel);
        var (chosen, answering) = (Meaning.Chosen, Meaning.Answering);
        say(chosen == answering
            ? $"The model {chosen.Model.Name} answers now."
            : $"The model {chosen.Model.Name} is chosen now; until it knows as many papers, {answering.Model.Name} answers.");
        await replaced.ConfigureAwait(false);
        before.Dispose();
    }

    /// <summary>While the model that ships reads the papers, lets the vectors that a lost model left be searched, where there are any. Ends when that is done.</summary>
    /// <param name="say">Is told what happened, in a sentence.</param>
    public async Task LendLostModelAsync(Action<string> say, CancellationToken cancel)
    {
        try
        {
            var papers = (await Library.CountAsync(cancel).ConfigureAwait(false)).Papers;
            var (asker, shipped) = (Meaning.Fastest, _models.Shipped);
            if (Meaning.KnowsEnough(papers) || StoredVectors.In(Options.VectorsFolder).Lost(Meaning.All.Select(one => one.Model.Name)) is not { } left)
            {
                return;
            }

            var lost = new LostModel(Meaning, asker, left.Folder, TimeProvider.System);
            if (await lost.FollowAsync(papers, Fit, cancel).ConfigureAwait(false) is { } name)
            {
                say($"Until {asker.Name} knows nearly all papers, its questions are translated for the vectors that {name} left.");
            }

            TranslatedEmbedder? Fit(IReadOnlyList<ReadOnlyMemory<float>> source, IReadOnlyList<ReadOnlyMemory<float>> target)
            {
                if (SpaceTranslation.Fit(source, target) is { } translation)
                {
                    return new TranslatedEmbedder(shipped, translation, left.Model);
                }

                say($"The vectors that {left.Model} left are not searched: translated for them, questions of {asker.Name} find hardly more than guessing does.");
                return null;
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Stopped before it was of use.
        }
        catch (IOException damaged)
        {
            say($"What an earlier model left cannot be searched: {damaged.Message}");
        }
    }

    /// <summary>Makes the index and the vectors know all that the library knows. Says so on <paramref name="terminal"/> only when it takes long enough to be noticed.</summary>
    public async Task CatchUpAsync(Terminal terminal, CancellationToken cancel)
    {
        using var indexing = new IndexingProgress(terminal);
        using var embedding = new EmbeddingReport(terminal);
        await Indexer.CatchUpAsync(indexing, cancel).ConfigureAwait(false);
        await EmbedAsync(terminal, embedding, cancel).ConfigureAwait(false);
    }

    /// <summary>Nobody waits hours at a command: with a slow model only a few papers are embedded on the way, and the model that ships answers for the rest.</summary>
    private async Task EmbedAsync(Terminal terminal, EmbeddingReport progress, CancellationToken cancel)
    {
        if (ModelTrouble is { } trouble)
        {
            terminal.Error.WriteLine(trouble);
        }

        if (!_models.ChosenIsSlow)
        {
            await Meaning.CatchUpAsync(progress, cancel).ConfigureAwait(false);
            return;
        }

        await new PaperEmbedder(Library, Meaning.All[^1], TimeProvider.System).CatchUpAsync(progress, cancel).ConfigureAwait(false);
        var counts = await Library.CountAsync(cancel).ConfigureAwait(false);
        if (counts.Papers - Meaning.Chosen.Papers <= FewPapers)
        {
            try
            {
                await Meaning.CatchUpAsync(progress, cancel).ConfigureAwait(false);
            }
            catch (ModelFailedException unreachable)
            {
                terminal.Error.WriteLine(unreachable.Message);
            }
        }
        else if (terminal.Watched)
        {
            terminal.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"The model {_models.Chosen} knows {Meaning.Chosen.Papers:N0} of {counts.Papers:N0} papers; `winnow serve` embeds the others, or `winnow models use {_models.Chosen} --embed` does so now."));
        }
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
        _models.Dispose();
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
