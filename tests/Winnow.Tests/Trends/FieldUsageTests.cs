using Winnow.Trends;
using Xunit;

namespace Winnow.Tests.Trends;

public sealed class FieldUsageTests
{
    private readonly FieldUsage _usage = new();

    [Fact]
    public void A_field_that_gets_less_is_lifted_and_one_that_gets_more_is_lowered()
    {
        var (loud, quiet) = (Fill("cs.CL", 200, 100), Fill("math.NA", 200, 4));

        Assert.True(_usage.Describe(quiet).Factor > 2);
        Assert.True(_usage.Describe(loud).Factor < 0.5);
        Assert.Equal(1, _usage.Describe(loud).Factor * _usage.Describe(quiet).Factor, 1);
    }

    [Fact]
    public void A_field_of_two_papers_is_hardly_judged_by_them()
    {
        Fill("cs.CL", 1000, 20);
        var few = Fill("math.HO", 2, 0.1);

        Assert.InRange(_usage.Describe(few).Factor, 1, 1.6);
    }

    [Fact]
    public void No_field_counts_more_than_eight_times_another()
    {
        Fill("cs.CL", 1000, 100_000);
        var silent = Fill("math.HO", 1000, 0.001);

        Assert.Equal(8, _usage.Describe(silent).Factor, 6);
    }

    [Fact]
    public void What_was_taken_out_leaves_no_trace()
    {
        var field = Fill("cs.CL", 10, 50);
        var before = _usage.Describe(field);
        var other = Fill("cs.CV", 10, 3);
        foreach (var _ in Enumerable.Range(0, 10))
        {
            _usage.Remove(other, Math.Log2(3));
        }

        Assert.Equal(before.Factor, _usage.Describe(field).Factor, 9);
    }

    private int Fill(string category, int papers, double evidence)
    {
        var trend = new PaperTrend { Day = 0, Week = 0, Month = 0, All = Math.Log2(evidence), Appeared = SignalTimes.Noon, Categories = [category] };
        var field = _usage.Field(trend);
        foreach (var _ in Enumerable.Range(0, papers))
        {
            _usage.Add(field, trend.All);
        }

        return field;
    }
}
