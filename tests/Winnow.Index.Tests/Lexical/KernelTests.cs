using System.Runtime.InteropServices;
using Winnow.Index.Lexical;
using Winnow.Index.Segments;
using Xunit;

namespace Winnow.Index.Tests.Lexical;

/// <summary>Each kernel gives the bits of its scalar twin.</summary>
[Trait("Kind", "Kernel")]
public sealed class KernelTests
{
    [Fact]
    public void A_packed_block_unpacks_to_its_documents_at_every_length_and_width()
    {
        var random = new Random(3);
        for (var bits = 0; bits <= 26; bits++)
        {
            for (var length = 1; length <= BlockPacking.Length; length += length < 8 ? 1 : 7)
            {
                var documents = new int[length];
                var last = random.Next(1000);
                var origin = last;
                for (var i = 0; i < length; i++)
                {
                    last += 1 + (bits == 0 ? 0 : random.Next(1 << Math.Max(0, Math.Min(bits, 22) - 2)));
                    documents[i] = last;
                }

                var width = BlockPacking.Width(documents, origin);
                var packed = new uint[BlockPacking.PackedSize(width) / sizeof(uint)];
                BlockPacking.Pack(documents, origin, width, packed);
                var vector = new int[BlockPacking.Length];
                var scalar = new int[BlockPacking.Length];
                BlockPacking.Unpack(MemoryMarshal.AsBytes<uint>(packed), origin, width, vector);
                BlockPacking.UnpackScalar(MemoryMarshal.AsBytes<uint>(packed), origin, width, scalar);
                Assert.Equal(documents, vector[..length]);
                Assert.Equal(scalar, vector);
            }
        }
    }

    [Fact]
    public void Every_bit_width_up_to_31_unpacks_like_the_scalar_twin()
    {
        var random = new Random(4);
        for (var bits = 0; bits <= 31; bits++)
        {
            var packed = new byte[BlockPacking.PackedSize(bits)];
            random.NextBytes(packed);
            var vector = new int[BlockPacking.Length];
            var scalar = new int[BlockPacking.Length];
            BlockPacking.Unpack(packed, 17, bits, vector);
            BlockPacking.UnpackScalar(packed, 17, bits, scalar);
            Assert.Equal(scalar, vector);
        }
    }

    [Fact]
    public void Scores_equal_the_scalar_twin_bit_for_bit_at_every_length()
    {
        var random = new Random(6);
        var norms = new FieldNorms(Corpus.Schema, [7.5f, 120.25f, 6f], new FrequencyCode(Corpus.Schema));
        var lengths = Enumerable.Range(0, 4096).Select(_ => (uint)random.Next()).ToArray();
        for (var count = 0; count <= 256; count++)
        {
            var documents = Enumerable.Range(0, count).Select(_ => random.Next(lengths.Length)).ToArray();
            var codes = new byte[count];
            random.NextBytes(codes);
            var vector = new float[count];
            var scalar = new float[count];
            BlockScoring.Score(documents, codes, lengths, norms, 3.25f, vector);
            BlockScoring.ScoreScalar(documents, codes, lengths, norms, 3.25f, scalar);
            Assert.Equal(scalar, vector);
        }
    }

    [Fact]
    public void The_checksum_equals_its_scalar_twin_at_every_length_and_the_published_value()
    {
        var bytes = new byte[256];
        new Random(8).NextBytes(bytes);
        for (var length = 0; length <= bytes.Length; length++)
        {
            Assert.Equal(Crc32C.ComputeScalar(bytes.AsSpan(0, length)), Crc32C.Compute(bytes.AsSpan(0, length)));
        }

        Assert.Equal(0xE3069283, Crc32C.Compute("123456789"u8));
    }

    [Fact]
    public void A_rounded_length_never_exceeds_the_length_and_is_exact_below_64()
    {
        for (var words = 0; words < 200_000; words += words < 2000 ? 1 : 97)
        {
            var rounded = FieldLength.Decode(FieldLength.Encode(words));
            Assert.InRange(rounded, words < 64 ? words : words * 0.95, words);
        }
    }

    [Fact]
    public void A_block_maximum_is_rounded_up_never_down()
    {
        var random = new Random(9);
        for (var i = 0; i < 10_000; i++)
        {
            var value = (float)(random.NextDouble() * 100);
            var stored = BitConverter.UInt32BitsToSingle((uint)PostingsWriter.RoundUp(value) << 16);
            Assert.InRange(stored, value, (value * 1.01f) + 1e-30f);
        }
    }
}
