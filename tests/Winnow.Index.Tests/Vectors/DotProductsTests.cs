using System.Runtime.InteropServices;
using Winnow.Index.Vectors;
using Xunit;

namespace Winnow.Index.Tests.Vectors;

/// <summary>Run at each instruction set level by <c>./do ci</c>; the level that is on decides which kernels <see cref="DotProducts.Available"/> lists.</summary>
[Trait("Kind", "Kernel")]
public sealed class DotProductsTests
{
    [Fact]
    public void Every_kernel_returns_the_scalar_integers_at_every_length()
    {
        var random = new Random(1);
        int[] lengths = [.. Enumerable.Range(1, 16).Select(i => i * Int8Rows.Step), 768, 1024, 2048, 4096];
        foreach (var length in lengths)
        {
            var rows = new sbyte[length * 5];
            var query = new short[length];
            random.NextBytes(MemoryMarshal.AsBytes(rows.AsSpan()));
            for (var i = 0; i < length; i++)
            {
                query[i] = (short)random.Next(-4095, 4096);
            }

            var expected = new int[5];
            DotProducts.Scalar(rows, query, expected);
            foreach (var (name, kernel) in DotProducts.Available)
            {
                var actual = new int[5];
                kernel(rows, query, actual);
                Assert.True(expected.SequenceEqual(actual), $"{name} differs at length {length}");
            }
        }
    }

    [Fact]
    public void The_largest_vectors_do_not_overflow()
    {
        var rows = new sbyte[4096];
        var query = new short[4096];
        Array.Fill(rows, (sbyte)127);
        Array.Fill(query, (short)4095);
        foreach (var (_, kernel) in DotProducts.Available)
        {
            var result = new int[1];
            kernel(rows, query, result);
            Assert.Equal(127 * 4095 * 4096, result[0]);
        }
    }
}
