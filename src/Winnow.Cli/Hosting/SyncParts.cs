using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;

namespace Winnow.Cli.Hosting;

/// <summary>What reading live sources takes, put together over an open data folder.</summary>
internal sealed class SyncParts : IDisposable
{
    private readonly SourceClient _client;

    public SyncParts(Workspace workspace)
    {
        var (options, clock) = (workspace.Options, TimeProvider.System);
        // Two processes that fail together must not come back together.
        var seed = HashCode.Combine(Environment.ProcessId, clock.GetTimestamp());
        _client = new SourceClient(
            new FetchOptions
            {
                TurnsFolder = Path.Combine(options.DataFolder, "sync"),
                Contact = options.Contact,
                PrivateNetworks = options.PrivateNetworks,
                Gap = options.RequestGap,
            },
            clock,
            seed);
        Kinds = KnownLiveSources.Create(_client, options.Endpoints, options.Keys, workspace.Library, clock);
        Store = workspace.Sources;
        Engine = new SyncEngine(Store, workspace.Writer, Kinds, options.DataFolder, clock, seed);
        Schedule = new SyncSchedule(Store, Engine, clock);
    }

    public LiveSources Kinds { get; }

    public ISyncStore Store { get; }

    public SyncEngine Engine { get; }

    public SyncSchedule Schedule { get; }

    public void Dispose() => _client.Dispose();
}
