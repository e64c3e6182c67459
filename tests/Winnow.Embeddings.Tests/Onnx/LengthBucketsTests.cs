using CsCheck;
using Winnow.Embeddings.Onnx;
using Winnow.Properties;
using Xunit;

namespace Winnow.Embeddings.Tests.Onnx;

public sealed class LengthBucketsTests
{
    [Fact]
    public void Every_text_is_in_one_batch_and_like_lengths_are_together() =>
        Gen.Select(Gen.Int[1, 512].Array[0, 200], Gen.Int[1, 40]).ForAll((lengths, most) =>
        {
            var batches = LengthBuckets.Of(lengths, most).ToList();
            Assert.Equal(Enumerable.Range(0, lengths.Length), batches.SelectMany(batch => batch).Order());
            Assert.All(batches, batch => Assert.InRange(batch.Length, 1, most));
            var order = batches.SelectMany(batch => batch).Select(i => lengths[i]).ToList();
            Assert.Equal(order.OrderDescending(), order);
        },
        iter: 200);
}
