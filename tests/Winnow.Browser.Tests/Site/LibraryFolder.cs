using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Winnow.Embeddings.Static;
using Winnow.Papers;
using Winnow.Readers.Collections;
using Winnow.Search;
using Winnow.Search.Indexing;
using Winnow.Search.Likeness;
using Winnow.Search.Meaning;
using Winnow.Sources;
using Winnow.Sources.Fetching;
using Winnow.Sources.Importing;
using Winnow.Sources.Syncing;
using Winnow.Storage.Sqlite;
using Winnow.Trends;
using Winnow.Trends.Signals;
using Winnow.Trends.Topics;
using Winnow.Web;
using Xunit;

namespace Winnow.Browser.Tests.Site;

/// <summary>A real library and its index in a folder of their own, which is deleted in the end.</summary>
internal sealed class LibraryFolder : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("winnow-browser-").FullName;
    private readonly SqliteLibrary _library;
    private readonly PaperIndex _index;
    private readonly PaperIndexer _indexer;
    private readonly StaticEmbedder _embedder = StaticEmbedder.Open(StaticEmbedder.ShippedModel);
    private readonly PaperMeaning _meaning;
    private readonly CancellationTokenSource _stop = new();
    private Task _following = Task.CompletedTask;

    /// <summary>Nothing is fetched unless a test says so.</summary>
    private readonly SourceClient _client;

    private LibraryFolder()
    {
        _library = SqliteLibrary.Open(Path.Combine(_folder, "library.db"), KnownFormats.All, TimeProvider.System);
        _index = new PaperIndex(Path.Combine(_folder, "index"), TimeProvider.System);
        _indexer = new PaperIndexer(_library, _index, TimeProvider.System);
        _meaning = new PaperMeaning(_library, Path.Combine(_folder, "vectors"), [new EmbeddingModel(_embedder)], TimeProvider.System);
        _client = new SourceClient(new FetchOptions { TurnsFolder = _folder }, TimeProvider.System, 1);
    }

    public IPaperLibrary Reads => _library;

    public ISignalStore Signals => _library.Signals;

    public PaperCollections Collections => new(_library.Collections, TimeProvider.System);

    private string Topics => Path.Combine(_folder, "topics");

    /// <param name="lines">Papers in Winnow's own form; empty for an empty library.</param>
    public static async Task<LibraryFolder> CreateAsync(string lines)
    {
        var folder = new LibraryFolder();
        await folder.ImportAsync(lines);
        await folder._indexer.CatchUpAsync(null, CancellationToken.None);
        await folder._meaning.CatchUpAsync(null, CancellationToken.None);
        await new TopicFollower(folder._library, folder.Topics, TimeProvider.System).CatchUpAsync(null, CancellationToken.None);
        var trends = new TrendUpdater(folder.Signals, TimeProvider.System);
        await trends.CatchUpAsync(CancellationToken.None);
        folder._following = trends.FollowAsync(TimeSpan.FromMilliseconds(100), new Pace(TimeProvider.System, 1), folder._stop.Token);
        return folder;
    }

    public string Folder => _folder;

    public ISyncStore Following => _library.Syncing;

    /// <summary>Starts the site on a free port.</summary>
    /// <param name="options">Where it listens is set here.</param>
    public async Task<(WebApplication App, Uri Address)> ServeAsync(WebOptions? options = null)
    {
        options = (options ?? new WebOptions()) with { Urls = ["http://127.0.0.1:0"] };
        var app = WinnowWeb.Create(options, services => services
            .AddSingleton<IPaperLibrary>(_library)
            .AddSingleton<ILibraryWriter>(_library)
            .AddSingleton(new PaperImport(_library, KnownFormats.All, _folder, TimeProvider.System))
            .AddSingleton(Collections)
            .AddSingleton(new TrendingPapers(_library, _library.Signals, TimeProvider.System))
            .AddSingleton(new TrendingTopics(Topics, TimeProvider.System))
            .AddSingleton(new PaperLikeness(_library, _index, _meaning, TimeProvider.System))
            .AddSingleton<PdfReader>((_, _) => throw new PdfException("The file is not a PDF."))
            .AddSingleton(new PaperSearch(_library, _index, TimeProvider.System))
            .AddSingleton(new SetAsideRecords(_folder))
            .AddSingleton(_library.Syncing)
            .AddSingleton(KnownLiveSources.Create(_client, new Dictionary<string, Uri>(), new Dictionary<string, string>(), _library, TimeProvider.System)));
        await app.StartAsync();
        return (app, new Uri(app.Urls.Single()));
    }

    public async Task<FollowedSource> FollowAsync(string kind, string follows) =>
        await Following.AddAsync(new NewSource($"{kind}:{follows}", kind, follows, TimeSpan.FromHours(12), null), CancellationToken.None)
            ?? throw new InvalidOperationException("It is followed already.");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _following;
        _stop.Dispose();
        _client.Dispose();
        _meaning.Dispose();
        _embedder.Dispose();
        _indexer.Dispose();
        _index.Dispose();
        await _library.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ImportAsync(string lines)
    {
        var bytes = Encoding.UTF8.GetBytes(lines);
        if (KnownFormats.All.Sniff(bytes, "fixture.jsonl") is not { } format)
        {
            return;
        }

        using var content = new MemoryStream(bytes);
        var items = format.Read(content, new ReadContext("fixture.jsonl", TimeProvider.System)).ToList();
        Assert.Empty(items.OfType<RejectedRecord>());
        await using var import = await _library.BeginImportAsync("fixture", CancellationToken.None);
        await import.ApplyAsync([.. items.OfType<ReadRecord>().Select(item => new IncomingRecord(item.Record))], 0, CancellationToken.None);
        await import.FinishAsync(null, CancellationToken.None);
    }
}
