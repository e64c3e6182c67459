using Winnow.Index.Vectors;
using Xunit;

namespace Winnow.Index.Tests.Vectors;

[Trait("Kind", "Kernel")]
public sealed class NibbleProductsTests
{
    [Fact]
    public void Every_kernel_returns_the_scalar_integers_at_every_length()
    {
        var random = new Random(1);
        int[] lengths = [.. Enumerable.Range(1, 12).Select(i => i * NibbleProducts.Step), 1024, 2048];
        foreach (var length in lengths)
        {
            var rows = new byte[length * 5];
            random.NextBytes(rows);
            AssertEqual(rows, [.. Enumerable.Range(0, 2 * length).Select(_ => (sbyte)random.Next(-127, 128))]);
        }
    }

    [Theory]
    [InlineData(127)]
    [InlineData(-127)]
    public void The_largest_codes_and_weights_do_not_overflow(sbyte weight)
    {
        var rows = new byte[2048 * 5];
        var query = new sbyte[2 * 2048];
        Array.Fill(rows, (byte)0xFF);
        Array.Fill(query, weight);
        Assert.Equal(15 * weight * 4096, AssertEqual(rows, query)[0]);
    }

    private static int[] AssertEqual(byte[] rows, sbyte[] query)
    {
        var expected = new int[5];
        NibbleProducts.Scalar(rows, query, expected);
        foreach (var (name, kernel) in NibbleProducts.Available)
        {
            var actual = new int[5];
            kernel(rows, query, actual);
            Assert.True(expected.SequenceEqual(actual), $"{name} differs at length {query.Length / 2}");
        }

        return expected;
    }
}
