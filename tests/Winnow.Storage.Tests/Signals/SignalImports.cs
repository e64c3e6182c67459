using Winnow.Papers;
using Winnow.Storage.Tests.Library;
using Winnow.Trends;
using Winnow.Trends.Signals;
using Xunit;

namespace Winnow.Storage.Tests.Signals;

internal static class SignalImports
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Imports a paper of one record, with what was seen of it.</summary>
    internal static async Task<PaperId> OneAsync(this ISignalsUnderTest library, string source, string key, params (DateTimeOffset At, long Count)[] counts)
    {
        var fields = new RecordFields { Title = $"Title {key}", Identifiers = [new Identifier(IdentifierScheme.ArXiv, $"2001.0000{key}")] };
        var record = PlainFormat.Record(source, key, fields) with
        {
            Observations = [.. counts.Select(seen => new Observation(SignalKind.Upvote, "hub", seen.At, seen.Count))],
        };
        await library.ImportAsync([record]);
        return record.Id.AsPaper;
    }

    internal static async Task<PaperSignals> OfAsync(this ISignalsUnderTest library, PaperId paper) =>
        Assert.Single(await library.Signals.GetSignalsAsync([paper], Cancel));

    internal static Task<int> CatchUpAsync(this ISignalsUnderTest library) => new TrendUpdater(library.Signals, TimeProvider.System).CatchUpAsync(Cancel);

    /// <summary>Every paper that has a trend.</summary>
    internal static async Task<IReadOnlyList<PaperId>> TrendingAsync(this ISignalsUnderTest library) =>
        [.. (await library.Signals.GetTrendsAsync(0, 1000, Cancel)).Where(change => change.Trend is not null).Select(change => change.Paper)];
}
