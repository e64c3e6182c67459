using Winnow.Embeddings.Fitting;
using Xunit;

namespace Winnow.Embeddings.Tests.Fitting;

public sealed class ContrastiveLossTests
{
    private const int Rows = 8;
    private const int Dimensions = 16;

    private static readonly float[] Questions = Values(1);
    private static readonly float[] Documents = Values(2);

    [Fact]
    public void The_gradient_is_what_a_small_step_changes()
    {
        var (byQuestion, byDocument) = (new float[Rows * Dimensions], new float[Rows * Dimensions]);
        Loss().Measure(Questions, Documents, byQuestion, byDocument);
        for (var i = 0; i < Rows * Dimensions; i += 3)
        {
            Assert.Equal(Slope(Questions, i), byQuestion[i], 2e-3f);
            Assert.Equal(Slope(Documents, i), byDocument[i], 2e-3f);
        }
    }

    [Fact]
    public void Pairs_that_match_cost_less_than_pairs_that_do_not()
    {
        var unused = new float[Rows * Dimensions];
        var matching = Loss().Measure(Questions, Questions, unused, unused.ToArray());
        Assert.True(matching < Loss().Measure(Questions, Documents, unused, unused.ToArray()));
    }

    private static ContrastiveLoss Loss() => new(Rows, Dimensions, [8, 16], [0.5f, 0.5f], 0.2f, threads: 2);

    // Central difference at one value of either side.
    private static float Slope(float[] side, int at)
    {
        const float Step = 1e-2f;
        var unused = new float[Rows * Dimensions];
        float Shifted(float by)
        {
            var moved = side.ToArray();
            moved[at] += by;
            return Loss().Measure(side == Questions ? moved : Questions, side == Documents ? moved : Documents, unused, unused.ToArray());
        }

        return (Shifted(Step) - Shifted(-Step)) / (2 * Step);
    }

    private static float[] Values(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Rows * Dimensions).Select(_ => random.NextSingle() - 0.5f)];
    }
}
