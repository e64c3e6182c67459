using Winnow.Sources.Fetching;

namespace Winnow.Sources.Syncing;

/// <summary>The kinds of live source that this Winnow knows.</summary>
public sealed class LiveSources(IReadOnlyList<ILiveSource> all)
{
    public IReadOnlyList<ILiveSource> All => all;

    /// <exception cref="SourceException">There is no such kind; the message lists those that there are.</exception>
    public ILiveSource Get(string kind) => all.FirstOrDefault(source => source.Kind.Equals(kind, StringComparison.OrdinalIgnoreCase))
        ?? throw new SourceException($"There is no kind of source \"{kind}\"; there are {string.Join(", ", all.Select(source => source.Kind))}.") { NeedsPerson = true };
}
