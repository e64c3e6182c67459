using System.Text;
using CsCheck;
using Winnow.Properties;
using Winnow.Sources.Decoding;
using Xunit;

namespace Winnow.Tests.Sources.Decoding;

public sealed class DecodedStreamTests
{
    private const string Sample = "{\"title\":\"Erdős–Rényi graphs\"}\n";

    [Fact]
    public void A_gzip_bomb_is_stopped_after_16_MiB_and_a_sentence()
    {
        var bomb = Gzip.Of(new byte[64 * 1024 * 1024]);

        var failure = Assert.Throws<InvalidDataException>(() => Drain(DecodedStream.Open(new MemoryStream(bomb))));

        Assert.Equal("The gzip data grows to more than 200 times its size, as only a gzip bomb does; reading stopped.", failure.Message);
    }

    [Fact]
    public void A_gzip_bomb_inside_gzip_is_measured_by_the_file_and_not_by_its_inner_layer()
    {
        var bomb = Gzip.Of(Gzip.Of(new byte[64 * 1024 * 1024]));

        Assert.Throws<InvalidDataException>(() => Drain(DecodedStream.Open(new MemoryStream(bomb))));
    }

    [Fact]
    public void Gzip_more_than_three_deep_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Sample);
        for (var depth = 0; depth < 4; depth++)
            bytes = Gzip.Of(bytes);

        var failure = Assert.Throws<InvalidDataException>(() => DecodedStream.Open(new MemoryStream(bytes)));

        Assert.Equal("The file is gzip inside gzip, more than 3 times over.", failure.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(3000)]
    public void A_gzip_file_that_was_cut_off_gives_what_stood_before_and_then_a_sentence(int missing)
    {
        var bytes = Gzip.Of(Noise(10_000))[..^missing];
        using var stream = DecodedStream.Open(new MemoryStream(bytes));
        var read = new MemoryStream();

        var failure = Assert.Throws<InvalidDataException>(() => stream.CopyTo(read));

        Assert.Equal("The gzip data ends too early: the file was cut off; what stood before the end was read.", failure.Message);
        Assert.True(read.Length >= 10_000 - (2 * missing) - 100);
    }

    [Fact]
    public void Damaged_gzip_is_named()
    {
        var bytes = Gzip.Of(Noise(200_000));
        bytes[^6] ^= 0xFF;

        var failure = Assert.Throws<InvalidDataException>(() => Drain(DecodedStream.Open(new MemoryStream(bytes))));

        Assert.Equal("The gzip data is damaged; what stood before the damage was read.", failure.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(100_000)]
    public void Gzip_of_several_members_is_read_whole(int chunk)
    {
        byte[] bytes = [.. Gzip.Of(Noise(500)), .. Gzip.Of(Noise(70_000)), .. Gzip.Of(Noise(3))];

        Assert.Equal(70_503, Drain(DecodedStream.Open(new TrickleStream(bytes, chunk))).Length);
    }

    [Fact]
    public void An_encoding_that_nobody_knows_is_named()
    {
        var bytes = Encoding.ASCII.GetBytes("<?xml version=\"1.0\" encoding=\"klingon-8\"?><feed/>");

        var failure = Assert.Throws<InvalidDataException>(() => DecodedStream.Open(new MemoryStream(bytes)));

        Assert.Equal("The file says that it is encoded as \"klingon-8\", which Winnow cannot read; save it as UTF-8.", failure.Message);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Text_with_a_byte_order_mark_is_read_without_it(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        Assert.Equal(Sample, Text([.. encoding.GetPreamble(), .. encoding.GetBytes(Sample)]));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void UTF_16_without_a_mark_is_recognised(string name) => Assert.Equal(Sample, Text(Encoding.GetEncoding(name).GetBytes(Sample)));

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_read_as_Windows_1252_and_noted()
    {
        byte[] bytes = [.. "Andr"u8, 0xE9, .. " \u201Cé"u8, 0x93, .. "x"u8];
        using var stream = DecodedStream.Open(new MemoryStream(bytes));

        Assert.Equal("André \u201Cé\u201Cx", Encoding.UTF8.GetString(Drain(stream)));
        Assert.Equal("The text is not all UTF-8: 2 bytes were read as Windows-1252.", stream.Note);
    }

    [Theory]
    [InlineData("<?xml version='1.0' encoding='ISO-8859-5'?><a>Ж</a>", "iso-8859-5")]
    [InlineData("% Encoding: Cp1252\n@misc{a, title={€ é}}", "windows-1252")]
    [InlineData("% Encoding: ISO8859_1\n@misc{a, title={é}}", "iso-8859-1")]
    public void A_declared_encoding_is_believed(string text, string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

        Assert.Equal(text, Text(encoding.GetBytes(text)));
    }

    [Fact]
    public void A_declared_encoding_that_the_bytes_disprove_is_not_believed()
    {
        const string Text = "<?xml version='1.0' encoding='ISO-8859-1'?><a>Erdős</a>";

        Assert.Equal(Text, DecodedStreamTests.Text(Encoding.UTF8.GetBytes(Text)));
    }

    [Fact]
    public void How_the_input_is_cut_does_not_matter() =>
        Gen.Select(Gen.Byte.Array[0, 400], Gen.Int[1, 9]).ForAll(
            (bytes, chunk) => Assert.Equal(Outcome(new MemoryStream(bytes)), Outcome(new TrickleStream(bytes, chunk))),
            iter: 2000);

    [Fact]
    public void What_comes_out_is_valid_UTF_8_whatever_goes_in() =>
        Gen.Byte.Array[0, 600].ForAll(
            bytes =>
            {
                // UTF-16 and UTF-32 are tested above; their decoders are the framework's.
                var repaired = Drain(new Utf8RepairStream(new MemoryStream(bytes)));
                Assert.True(System.Text.Unicode.Utf8.IsValid(repaired));
            },
            iter: 2000);

    private static string Outcome(Stream stream)
    {
        try
        {
            return Convert.ToHexString(Drain(DecodedStream.Open(stream)));
        }
        catch (InvalidDataException failure)
        {
            return failure.Message;
        }
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(Drain(DecodedStream.Open(new MemoryStream(bytes))));

    private static byte[] Drain(Stream stream)
    {
        using (stream)
        {
            var output = new MemoryStream();
            stream.CopyTo(output);
            return output.ToArray();
        }
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(20).NextBytes(bytes);
        for (var i = 0; i < length; i++)
            bytes[i] = (byte)(32 + (bytes[i] % 64));

        return bytes;
    }
}
