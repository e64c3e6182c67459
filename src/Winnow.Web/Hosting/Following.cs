using Microsoft.Extensions.DependencyInjection;
using Winnow.Sources.Importing;
using Winnow.Sources.Syncing;

namespace Winnow.Web.Hosting;

/// <summary>The live sources that the library follows, where the application has them, and whether a visitor may change them.</summary>
/// <param name="options">Who may change what.</param>
/// <param name="services">May hold the sources.</param>
internal sealed class Following(WebOptions options, IServiceProvider services)
{
    private readonly ISyncStore? _store = services.GetService<ISyncStore>();
    private readonly LiveSources? _kinds = services.GetService<LiveSources>();
    private readonly SetAsideRecords? _setAside = services.GetService<SetAsideRecords>();

    /// <summary>Whether there are live sources at all.</summary>
    public bool IsOffered => _store is not null && _kinds is not null;

    /// <summary>As for uploads: whoever may add papers may say what is followed.</summary>
    public bool MayChange => IsOffered && options.MayChange;

    /// <summary>Whether this server reads what is due by itself.</summary>
    public bool IsAtWork => options.Syncs;

    /// <exception cref="InvalidOperationException">There are none, see <see cref="IsOffered"/>.</exception>
    public ISyncStore Store => _store ?? throw new InvalidOperationException("This application has no live sources.");

    /// <exception cref="InvalidOperationException">There are none, see <see cref="IsOffered"/>.</exception>
    public LiveSources Kinds => _kinds ?? throw new InvalidOperationException("This application has no live sources.");

    public async Task<IReadOnlyList<FollowedSource>> GetSourcesAsync(CancellationToken cancel) => _store is null ? [] : await _store.GetSourcesAsync(cancel);

    /// <summary>Whether to propose to a visitor that something be followed.</summary>
    public async Task<bool> IsProposedAsync(CancellationToken cancel) => MayChange && (await Store.GetSourcesAsync(cancel)).Count == 0;

    /// <summary>The records that a run set aside, the first of them; empty when there are none.</summary>
    public IReadOnlyList<Winnow.Sources.RejectedRecord> SetAside(SyncRun run, int limit) => run.Rejections is { } file ? _setAside?.Read(file, limit) ?? [] : [];
}
