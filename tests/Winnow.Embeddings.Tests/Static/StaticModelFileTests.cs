using Winnow.Embeddings.Static;
using Xunit;

namespace Winnow.Embeddings.Tests.Static;

public sealed class StaticModelFileTests : IDisposable
{
    private readonly SmallModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("nowhere.bin", Assert.Throws<ModelFileException>(() => StaticEmbedder.Open("nowhere.bin")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_cut_at_any_place_is_refused_by_name()
    {
        var whole = File.ReadAllBytes(_model.Path);
        for (var length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(_model.Path, whole[..length]);
            var refused = Assert.Throws<ModelFileException>(() => StaticEmbedder.Open(_model.Path));
            Assert.StartsWith(_model.Path, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_flipped_bit_anywhere_is_refused_by_name()
    {
        var whole = File.ReadAllBytes(_model.Path);
        for (var at = 0; at < whole.Length; at += 3)
        {
            var flipped = whole.ToArray();
            flipped[at] ^= 0x10;
            File.WriteAllBytes(_model.Path, flipped);
            var refused = Assert.Throws<ModelFileException>(() => StaticEmbedder.Open(_model.Path));
            Assert.StartsWith(_model.Path, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_of_a_newer_format_asks_for_a_newer_program()
    {
        var bytes = File.ReadAllBytes(_model.Path);
        (bytes[8], bytes[12]) = (9, 9);
        File.WriteAllBytes(_model.Path, bytes);
        Assert.Contains("needs a newer Winnow", Assert.Throws<ModelFileException>(() => StaticEmbedder.Open(_model.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_is_read()
    {
        using var file = StaticModelFile.Open(_model.Path);
        Assert.Equal(("small", "7", 16, 0.5f), (file.Header.Name, file.Header.Version, file.Header.Dimensions, file.Header.Saturation));
        Assert.Equal(["packet", "loss", "codec", "c", "##s", "##ing", "erdos", "##o"], file.Pieces);
        Assert.Equal([(0, 1)], file.Pairs);
        Assert.Equal(127, file.Row(2, 16)[2]);
        Assert.Equal(2f / 127, file.Factor(2), 6);
    }
}
