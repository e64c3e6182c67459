using Winnow.Sources.ArXiv;
using Winnow.Sources.Fetching;
using Xunit;

namespace Winnow.Tests.Sources.ArXiv;

public sealed class ArXivSetsTests
{
    [Theory]
    [InlineData("cs.CL", "cs.CL", "cs:cs:CL")]
    [InlineData(" CS.cl ", "cs.CL", "cs:cs:CL")]
    [InlineData("hep-th", "hep-th", "physics:hep-th")]
    [InlineData("astro-ph.ga", "astro-ph.GA", "physics:astro-ph:GA")]
    [InlineData("physics.acc-ph", "physics.acc-ph", "physics:physics:acc-ph")]
    [InlineData("cond-mat.STR-EL", "cond-mat.str-el", "physics:cond-mat:str-el")]
    [InlineData("math.NA", "math.NA", "math:math:NA")]
    [InlineData("stat", "stat", "stat")]
    [InlineData("physics", "physics", "physics:physics")]
    [InlineData("all", "all", null)]
    public void A_category_has_one_spelling_and_one_set(string typed, string category, string? set)
    {
        Assert.Equal(category, ArXivSets.Check(typed));
        Assert.Equal(set, ArXivSets.SetOf(category));
    }

    [Theory]
    [InlineData("")]
    [InlineData("cs.")]
    [InlineData("biology.XX")]
    [InlineData("cs.C&verb=Identify")]
    [InlineData("all.CL")]
    public void What_is_no_category_is_refused_with_what_is(string typed)
    {
        var refusal = Assert.Throws<SourceException>(() => ArXivSets.Check(typed));
        Assert.True(refusal.NeedsPerson);
        Assert.Contains("cs.CL", refusal.Message, StringComparison.Ordinal);
    }
}
