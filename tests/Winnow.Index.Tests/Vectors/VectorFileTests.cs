using Winnow.Index.Vectors;
using Xunit;

namespace Winnow.Index.Tests.Vectors;

public sealed class VectorFileTests : IDisposable
{
    private readonly VectorFolder _folder = new();

    public VectorFileTests()
    {
        using var writer = VectorWriter.Open(_folder.Path, VectorFolder.Space);
        for (var id = 1; id <= 20; id++)
        {
            writer.Put(id, (uint)id, VectorFolder.Vector(id));
        }

        writer.Commit(1);
    }

    private string Segment => Directory.GetFiles(_folder.Path, "vectors-*").Single();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_segment_cut_at_any_length_is_refused_by_name()
    {
        var bytes = File.ReadAllBytes(Segment);
        for (var length = 0; length < bytes.Length; length += 7)
        {
            File.WriteAllBytes(Segment, bytes[..length]);
            var e = Assert.Throws<IndexCorruptException>(() => VectorIndex.Open(_folder.Path));
            Assert.Contains(Path.GetFileName(Segment), e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_changed_byte_is_found_at_once_or_by_the_check()
    {
        var bytes = File.ReadAllBytes(Segment);
        for (var at = 0; at < bytes.Length; at += 11)
        {
            var altered = bytes.ToArray();
            altered[at] ^= 0x40;
            File.WriteAllBytes(Segment, altered);
            Assert.True(IsRefusedOrReported(), $"byte {at}");
        }
    }

    [Fact]
    public void A_manifest_with_a_changed_byte_is_refused()
    {
        var path = Path.Combine(_folder.Path, "vectors");
        var bytes = File.ReadAllBytes(path);
        for (var at = 0; at < bytes.Length; at++)
        {
            var altered = bytes.ToArray();
            altered[at] ^= 0x01;
            File.WriteAllBytes(path, altered);
            Assert.Throws<IndexCorruptException>(() => VectorIndex.Open(_folder.Path));
        }
    }

    /// <summary>A folder written by version 1 and kept since.</summary>
    [Fact]
    public void Version_1_stays_readable()
    {
        var fixture = Path.Combine(AppContext.BaseDirectory, "Vectors", "fixtures", "version-1");
        using var index = VectorIndex.Open(fixture);
        Assert.Equal(new VectorSpace("fixture/1", 3), index.Space);
        Assert.Equal(5, index.Position);
        Assert.Equal([11L, 12L, 14L, 15L], index.Search([1, 0, 0], 5).Select(h => h.Id));
        Assert.Empty(index.Check());
    }

    private bool IsRefusedOrReported()
    {
        try
        {
            using var index = VectorIndex.Open(_folder.Path);
            return index.Check().Count > 0;
        }
        catch (IndexCorruptException)
        {
            return true;
        }
    }
}
