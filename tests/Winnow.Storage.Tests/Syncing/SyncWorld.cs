using Winnow.Papers;
using Winnow.Replay;
using Winnow.Sources;
using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;
using Winnow.Storage.Sqlite;
using Xunit;

namespace Winnow.Storage.Tests.Syncing;

/// <summary>A publisher on this machine, a library of its own, and an engine between them as the executable has it.</summary>
internal sealed class SyncWorld : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("winnow-sync-");
    private readonly TimeProvider _clock;
    private readonly SourceClient _client;

    internal SyncWorld(Func<ReplayRequest, ReplayAnswer> answer, TimeProvider clock, IReadOnlyDictionary<string, string>? keys = null, bool privateNetworks = false)
    {
        _clock = clock;
        Server = ReplayServer.Start(answer);
        Library = SqliteLibrary.Open(Path.Combine(_folder.FullName, "library.db"), KnownFormats.All, clock);
        var options = new FetchOptions { TurnsFolder = Folder, Gap = TimeSpan.Zero, FirstDelay = TimeSpan.FromMilliseconds(10), Tries = 3, PrivateNetworks = privateNetworks };
        // Waiting is on real time: only days and schedules are the test's.
        _client = new SourceClient(options, TimeProvider.System, 1);
        var endpoints = new Dictionary<string, Uri> { ["arxiv"] = new(Server.Address, "oai"), ["arxiv-feed"] = new(Server.Address, "atom/") };
        foreach (var kind in new[] { "huggingface", "openreview", "acl", "semanticscholar", "openalex" })
        {
            endpoints[kind] = new Uri(Server.Address, $"{kind}/");
        }

        Kinds = KnownLiveSources.Create(_client, endpoints, keys ?? new Dictionary<string, string>(), Library, clock);
        Engine = Restarted();
    }

    internal static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal string Folder => _folder.FullName;

    internal ReplayServer Server { get; }

    internal SqliteLibrary Library { get; }

    internal LiveSources Kinds { get; }

    internal ISyncStore Store => Library.Syncing;

    internal SyncEngine Engine { get; }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Server.DisposeAsync();
        await Library.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Another engine on the same folder, that may be given another library or other kinds.</summary>
    internal SyncEngine Restarted(ISyncStore? store = null, LiveSources? kinds = null) => new(store ?? Store, Library, kinds ?? Kinds, Folder, _clock, 1);

    internal async Task<FollowedSource> AddAsync(string kind = "arxiv", string follows = "cs.CL", DateOnly? since = null) =>
        await Store.AddAsync(new NewSource($"{kind}:{follows}", kind, follows, Kinds.Get(kind).Interval, since ?? new DateOnly(2026, 11, 1)), Cancel) ?? throw new InvalidOperationException("It is there already.");

    internal async Task<SyncResult> RunAsync(FollowedSource source) => await Engine.RunAsync(source, null, Cancel);

    internal Task<FollowedSource?> NowAsync(FollowedSource source) => Store.FindSourceAsync(source.Name, Cancel);

    internal async Task<Paper?> PaperAsync(int number) =>
        await Library.FindAsync(new Identifier(IdentifierScheme.ArXiv, OaiRepository.IdOf(number)), Cancel);

    internal string[] Rejected() => Directory.Exists(Path.Combine(Folder, "rejected"))
        ? [.. Directory.GetFiles(Path.Combine(Folder, "rejected")).Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines)]
        : [];
}
