using Winnow.Embeddings.Fitting;
using Xunit;

namespace Winnow.Embeddings.Tests.Fitting;

public sealed class HeldOutTests
{
    [Fact]
    public void About_one_title_in_85_is_held_out() =>
        Assert.InRange(Enumerable.Range(0, 85_000).Count(i => HeldOut.Contains($"On the {i} birches of the north")), 850, 1150);

    [Fact]
    public void A_title_written_otherwise_is_the_same_paper()
    {
        for (var i = 0; i < 1000; i++) Assert.Equal(HeldOut.Contains($"Moss-{i}: a Study"), HeldOut.Contains($"moss {i} -- A study."));
    }
}
