using System.Collections.Concurrent;
using Winnow.Trends.Topics.Counting;

namespace Winnow.Trends.Topics.Files;

/// <summary>What one commit counted, read as it is asked for. Thread-safe: nothing in it changes.</summary>
internal sealed class TopicSnapshot
{
    private readonly string _folder;
    private readonly TopicManifest _manifest;
    private readonly ConcurrentDictionary<TopicWindow, TopicBucket> _buckets = [];

    private TopicSnapshot(string folder, TopicManifest manifest, AcronymTable acronyms)
    {
        (_folder, _manifest, Acronyms) = (folder, manifest, acronyms);
        Windows = manifest.Buckets.Keys.OrderDescending().ToLookup(window => window.Span);
    }

    internal long Generation => _manifest.Generation;

    internal long Position => _manifest.Position;

    internal AcronymTable Acronyms { get; }

    /// <summary>Newest first.</summary>
    internal ILookup<TopicSpan, TopicWindow> Windows { get; }

    /// <summary>Null when nothing was counted yet.</summary>
    /// <exception cref="TopicsDamagedException">What is there cannot be read.</exception>
    internal static TopicSnapshot? Open(string folder) => TopicManifest.Read(folder) is { } manifest
        ? new TopicSnapshot(folder, manifest, AcronymFile.Read(Path.Combine(folder, manifest.AcronymsFile)))
        : null;

    /// <summary>Takes over what an older snapshot has read and this one has too.</summary>
    internal TopicSnapshot Keeping(TopicSnapshot? older)
    {
        foreach (var (window, bucket) in older?._buckets ?? [])
        {
            if (_manifest.Buckets.GetValueOrDefault(window) == older!._manifest.Buckets[window])
            {
                _buckets[window] = bucket;
            }
        }

        return this;
    }

    internal bool Has(TopicWindow window) => _manifest.Buckets.ContainsKey(window);

    internal TopicBucket Bucket(TopicWindow window) =>
        _buckets.GetOrAdd(window, static (window, snapshot) => BucketFile.Read(Path.Combine(snapshot._folder, snapshot._manifest.Buckets[window].File)), this);
}
