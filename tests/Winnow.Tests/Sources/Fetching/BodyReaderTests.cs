using Winnow.Sources.Fetching;
using Xunit;

namespace Winnow.Tests.Sources.Fetching;

[Collection(nameof(RunsAlone))]
public sealed class BodyReaderTests
{
    /// <summary>What a hostile answer may cost (I4 asks for no more): all that is allocated on the way, and so more than is ever held.</summary>
    private const long Allowed = 64L * 1024 * 1024;

    [Fact]
    public async Task A_body_without_end_costs_less_than_64_MiB_at_the_bound_that_users_have()
    {
        var options = new FetchOptions { TurnsFolder = "" };
        using var response = new HttpResponseMessage { Content = new StreamContent(new EndlessStream([], (byte)'x', long.MaxValue / 2, [])) };
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var refusal = await Assert.ThrowsAsync<SourceException>(() => BodyReader.ReadAsync(response, options, TimeProvider.System, TestContext.Current.CancellationToken));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.InRange(allocated, options.MaxBytes, Allowed);
        Assert.Contains("larger than 20 MiB", refusal.Message, StringComparison.Ordinal);
    }
}
