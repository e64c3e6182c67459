using CsCheck;
using Winnow.Index.Vectors;
using Winnow.Properties;
using Xunit;

namespace Winnow.Index.Tests.Vectors;

public sealed class VectorIndexTests : IDisposable
{
    private readonly VectorFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_without_an_index_is_empty()
    {
        using var index = VectorIndex.Open(_folder.Path);
        Assert.Null(index.Space);
        Assert.Empty(index.Search(VectorFolder.Vector(1), 5));
    }

    [Fact]
    public void A_sample_is_spread_over_all_vectors_and_is_all_of_them_when_there_are_few()
    {
        using (var writer = VectorWriter.Open(_folder.Path, VectorFolder.Space))
        {
            for (var id = 1; id <= 100; id++) writer.Put(id, 0, VectorFolder.Vector(id));
            writer.Commit(100);
        }

        using var index = VectorIndex.Open(_folder.Path);
        Assert.Equal([1, 26, 51, 76], index.Sample(4));
        Assert.Equal(Enumerable.Range(1, 100).Select(id => (long)id), index.Sample(1000));
    }

    [Fact]
    public void A_second_writer_is_refused()
    {
        using var first = VectorWriter.Open(_folder.Path, VectorFolder.Space);
        Assert.Throws<IndexLockedException>(() => VectorWriter.Open(_folder.Path, VectorFolder.Space));
    }

    [Fact]
    public void Vectors_of_another_model_are_refused()
    {
        Write(1, 1);
        var e = Assert.Throws<VectorSpaceException>(() => VectorWriter.Open(_folder.Path, new VectorSpace("other/1", 40)));
        Assert.Contains("test/1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vector_that_is_not_finite_is_refused()
    {
        using var writer = VectorWriter.Open(_folder.Path, VectorFolder.Space);
        var vector = VectorFolder.Vector(1);
        vector[3] = float.NaN;
        Assert.Throws<ArgumentException>(() => writer.Put(1, 0, vector));
    }

    [Fact]
    public void What_was_not_committed_is_not_seen()
    {
        using (var writer = VectorWriter.Open(_folder.Path, VectorFolder.Space))
        {
            writer.Put(1, 0, VectorFolder.Vector(1));
        }

        using var index = VectorIndex.Open(_folder.Path);
        Assert.Equal(0, index.Count);
    }

    [Fact]
    public void A_reader_sees_the_next_commit_after_a_refresh_and_not_before()
    {
        Write(1, 10);
        using var index = VectorIndex.Open(_folder.Path);
        Write(2, 10);
        Assert.Equal(1, index.Position);
        Assert.True(index.Refresh());
        Assert.Equal(2, index.Position);
        Assert.False(index.Refresh());
    }

    [Fact]
    public void A_stale_content_number_is_noticed()
    {
        using (var writer = VectorWriter.Open(_folder.Path, VectorFolder.Space))
        {
            writer.Put(7, 42, VectorFolder.Vector(7));
            writer.Commit(1);
        }

        using var index = VectorIndex.Open(_folder.Path);
        Assert.True(index.Contains(7, 42));
        Assert.False(index.Contains(7, 43));
        Assert.False(index.Contains(8, 42));
    }

    [Fact]
    public void A_file_that_a_killed_writer_left_is_swept()
    {
        Write(1, 10);
        var orphan = Path.Combine(_folder.Path, "vectors-000099");
        File.WriteAllText(orphan, "torn");
        Write(2, 10);
        Assert.False(File.Exists(orphan));
    }

    [Fact]
    public void Searching_while_another_thread_commits_and_compacts_always_sees_one_whole_commit()
    {
        Write(1, 10);
        using var index = VectorIndex.Open(_folder.Path);
        var writing = Task.Run(() =>
        {
            for (var position = 2; position < 60; position++)
            {
                Write(position, 10);
            }
        }, TestContext.Current.CancellationToken);
        while (!writing.IsCompleted)
        {
            index.Refresh();
            var hits = index.Search(VectorFolder.Vector(1), 3);
            Assert.Equal(3, hits.Count);
            Assert.Equal(1, hits[0].Id);
        }
    }

    /// <summary>Random puts, replacements, deletions and commits against a dictionary and a scan in floating point.</summary>
    [Fact]
    public void The_nearest_are_those_of_an_exhaustive_scan_whatever_the_commits()
    {
        var step = Gen.Select(Gen.Int[0, 30], Gen.Int[0, 1_000], Gen.Int[0, 9]);
        step.Array[1, 120].ForAll(steps =>
        {
            using var folder = new VectorFolder();
            var truth = new Dictionary<long, float[]>();
            using (var writer = VectorWriter.Open(folder.Path, VectorFolder.Space))
            {
                foreach (var (id, seed, action) in steps)
                {
                    if (action == 0)
                    {
                        writer.Delete(id);
                        truth.Remove(id);
                    }
                    else
                    {
                        writer.Put(id, 0, truth[id] = VectorFolder.Vector(seed));
                    }

                    if (action == 9)
                    {
                        writer.Commit(1);
                    }
                }

                writer.Commit(2);
            }

            using var index = VectorIndex.Open(folder.Path);
            var query = VectorFolder.Vector(-1);
            var hits = index.Search(query, 5);
            var expected = truth.Values.Select(v => VectorFolder.Dot(v, query)).OrderDescending().Take(5).ToList();
            Assert.Equal(truth.Count, index.Count);
            Assert.Equal(expected.Count, hits.Count);
            for (var i = 0; i < hits.Count; i++)
            {
                Assert.Equal(expected[i], hits[i].Similarity, 0.01f);
                Assert.Equal(VectorFolder.Dot(truth[hits[i].Id], query), hits[i].Similarity, 0.01f);
            }

            var odd = index.Search(query, 50, id => id % 2 == 1);
            Assert.Equal(truth.Keys.Count(id => id % 2 == 1), odd.Count);
            Assert.Empty(index.Check());
        },
        iter: 60);
    }

    private void Write(int position, int count)
    {
        using var writer = VectorWriter.Open(_folder.Path, VectorFolder.Space);
        for (var i = 0; i < count; i++)
        {
            var id = i == 0 ? 1 : (position * 100) + i;
            writer.Put(id, 0, VectorFolder.Vector(id));
        }

        writer.Commit(position);
    }
}
