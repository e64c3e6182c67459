using System.Runtime.InteropServices;
using Winnow.Embeddings.Static;
using Xunit;

namespace Winnow.Embeddings.Tests.Static;

/// <summary>Run at each instruction set level by <c>./do ci</c>.</summary>
[Trait("Kind", "Kernel")]
public sealed class RowSumTests
{
    [Fact]
    public void The_vector_kernel_adds_what_the_scalar_one_adds_at_every_length()
    {
        var random = new Random(1);
        int[] lengths = [.. Enumerable.Range(0, 257), 383, 384, 511, 512, 513, 1023, 1024, 1025];
        foreach (var length in lengths)
        {
            var row = new sbyte[length];
            random.NextBytes(MemoryMarshal.AsBytes(row.AsSpan()));
            var expected = Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f).ToArray();
            var actual = expected.ToArray();
            var factor = random.NextSingle() - 0.5f;

            RowSum.AddScalar(expected, row, factor);
            RowSum.Add(actual, row, factor);

            Assert.True(expected.AsSpan().SequenceEqual(actual), $"length {length}");
        }
    }

    [Fact]
    public void A_row_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => RowSum.Add(new float[8], new sbyte[9], 1));
}
