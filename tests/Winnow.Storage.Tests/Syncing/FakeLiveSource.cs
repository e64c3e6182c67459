using Winnow.Sources.Syncing;

namespace Winnow.Storage.Tests.Syncing;

/// <summary>A source that has nothing, or fails.</summary>
internal sealed class FakeLiveSource(string kind) : ILiveSource
{
    private int _reads;

    public string Kind => kind;

    public string Description => "nothing";

    public string Follows => "anything";

    public TimeSpan Interval => TimeSpan.FromHours(12);

    internal Exception? Failure { get; set; }

    internal int Reads => Volatile.Read(ref _reads);

    public string Check(string follows) => follows;

    public Task<SourcePage> ReadAsync(SourcePosition position, CancellationToken cancel)
    {
        Interlocked.Increment(ref _reads);
        return Failure is { } failure ? Task.FromException<SourcePage>(failure) : Task.FromResult(new SourcePage([], null, IsLast: true));
    }
}
