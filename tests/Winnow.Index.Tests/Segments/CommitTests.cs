using Xunit;

namespace Winnow.Index.Tests.Segments;

public sealed class CommitTests
{
    private static readonly IndexWriterOptions Small = new() { BufferedOccurrences = 400, MergeFactor = 2 };

    [Fact]
    public void A_second_writer_is_refused_until_the_first_is_done()
    {
        using var folder = new TempFolder();
        using (IndexWriter.Open(folder, Corpus.Schema))
        {
            var refused = Assert.Throws<IndexLockedException>(() => IndexWriter.Open(folder, Corpus.Schema));
            Assert.Contains(folder.Path, refused.Message, StringComparison.Ordinal);
        }

        IndexWriter.Open(folder, Corpus.Schema).Dispose();
    }

    [Fact]
    public void A_writer_with_other_fields_is_refused_unless_it_rebuilds()
    {
        using var folder = new TempFolder();
        Fill(folder, 5, 1);
        var other = Corpus.Schema with { Numbers = ["year", "stars"] };
        Assert.Throws<IndexSchemaException>(() => IndexWriter.Open(folder, other));
        using (var writer = IndexWriter.Open(folder, other, new IndexWriterOptions { Rebuild = true }))
        {
            writer.Commit(9);
        }

        using var index = SearchIndex.Open(folder);
        Assert.Equal(0, index.Statistics.Documents);
    }

    [Fact]
    public void A_folder_without_an_index_is_an_empty_index()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(Path.Combine(folder, "none"));
        Assert.Equal(0, index.Position);
        Assert.Empty(index.Search(new WordsQuery("graph")).Hits);
        Assert.Empty(index.Check());
        Assert.False(index.Refresh());
    }

    [Fact]
    public void What_is_not_committed_is_not_seen_and_is_lost_when_the_writer_ends()
    {
        using var folder = new TempFolder();
        Fill(folder, 20, 7);
        using (var writer = IndexWriter.Open(folder, Corpus.Schema, Small))
        {
            var random = new Random(1);
            for (var id = 100; id < 200; id++)
            {
                writer.Add(Corpus.Document(random, id));
            }

            writer.Delete(1);
            using var during = SearchIndex.Open(folder);
            Assert.Equal(20, during.Statistics.Documents);
        }

        using var writerAgain = IndexWriter.Open(folder, Corpus.Schema);
        Assert.Equal(7, writerAgain.Position);
        using var index = SearchIndex.Open(folder);
        Assert.Equal((20, 7), (index.Statistics.Documents, index.Position));
        Assert.Empty(index.Check());
    }

    [Fact]
    public void The_files_as_they_are_at_any_moment_open_as_the_last_commit()
    {
        using var folder = new TempFolder();
        var random = new Random(2);
        using var writer = IndexWriter.Open(folder, Corpus.Schema, Small);
        var (committed, position, live) = (0, 0, new HashSet<long>());
        for (var step = 1; step <= 120; step++)
        {
            var id = random.Next(1, 60);
            writer.Add(Corpus.Document(random, id));
            live.Add(id);
            if (step % 20 == 0)
            {
                writer.Commit(step);
                (committed, position) = (live.Count, step);
            }

            // What a kill would leave: the files at this moment, the lock gone.
            using var left = new TempFolder();
            folder.CopyTo(left);
            using (var next = IndexWriter.Open(left, Corpus.Schema))
            {
                Assert.Equal(position, next.Position);
            }

            using var index = SearchIndex.Open(left);
            Assert.Equal(committed, index.Statistics.Documents);
            Assert.Empty(index.Check());
        }
    }

    [Fact]
    public void Files_that_no_commit_names_are_swept_and_strangers_are_left_alone()
    {
        using var folder = new TempFolder();
        Fill(folder, 5, 1);
        File.WriteAllText(Path.Combine(folder, "000777.segment"), "torn");
        File.WriteAllText(Path.Combine(folder, "000777.segment.positions"), "torn");
        File.WriteAllText(Path.Combine(folder, "000778.deletes.new"), "torn");
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "mine");
        File.WriteAllText(Path.Combine(folder, "manifest.new"), "torn");
        IndexWriter.Open(folder, Corpus.Schema).Dispose();
        Assert.Equal(["000001.segment", "manifest", "manifest.new", "notes.txt", "write.lock"], Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_reader_sees_anothers_commit_when_it_looks_and_goes_on_in_the_old_one_until_then()
    {
        using var folder = new TempFolder();
        Fill(folder, 10, 1);
        using var index = SearchIndex.Open(folder);
        using (var writer = IndexWriter.Open(folder, Corpus.Schema))
        {
            writer.Delete(1);
            writer.Delete(2);
            writer.Add(new IndexDocument(50) { Texts = new Dictionary<string, string> { ["title"] = "zeppelin" } });
            writer.Commit(2);
            Assert.Empty(index.Search(new WordsQuery("zeppelin")).Hits);
            Assert.Equal(10, index.Statistics.Documents);
            Assert.True(index.Refresh());
            Assert.False(index.Refresh());
            Assert.Equal((9, 2), (index.Statistics.Documents, index.Position));
            Assert.Single(index.Search(new WordsQuery("zeppelin")).Hits);
            writer.Delete(50);
            writer.Commit(3);
        }

        Assert.True(index.Refresh());
        Assert.Empty(index.Search(new WordsQuery("zeppelin")).Hits);
    }

    [Fact]
    public void An_index_that_is_deleted_and_built_anew_is_noticed()
    {
        using var folder = new TempFolder();
        Fill(folder, 10, 5);
        using var index = SearchIndex.Open(folder);
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.Delete(file);
        }

        Assert.True(index.Refresh());
        Assert.Equal(0, index.Statistics.Documents);
        Fill(folder, 4, 1);
        Assert.True(index.Refresh());
        Assert.Equal(4, index.Statistics.Documents);
    }

    [Fact]
    public async Task Searches_go_on_while_commits_and_refreshes_replace_what_they_read()
    {
        using var folder = new TempFolder();
        Fill(folder, 50, 1);
        using var index = SearchIndex.Open(folder);
        using var stop = new CancellationTokenSource();
        var searching = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var searches = 0;
            while (!stop.IsCancellationRequested || searches == 0)
            {
                Assert.NotEmpty(index.Search(new WordsQuery("the of graph")).Hits);
                searches++;
            }
        })).ToList();
        for (var commit = 2; commit < 25; commit++)
        {
            Fill(folder, 50, commit);
            index.Refresh();
        }

        await stop.CancelAsync();
        await Task.WhenAll(searching);
    }

    [Fact]
    public void The_number_of_segments_stays_small_and_deleted_documents_go()
    {
        using var folder = new TempFolder();
        var random = new Random(3);
        using (var writer = IndexWriter.Open(folder, Corpus.Schema, new IndexWriterOptions { MergeFactor = 4 }))
        {
            for (var commit = 1; commit <= 80; commit++)
            {
                writer.Add(Corpus.Document(random, random.Next(1, 30)));
                writer.Commit(commit);
            }
        }

        using var index = SearchIndex.Open(folder);
        Assert.InRange(index.Statistics.Segments, 1, 4);
        Assert.InRange(index.Statistics.Deleted, 0, 30);
        Assert.Empty(index.Check());
    }

    private static void Fill(TempFolder folder, int documents, int position)
    {
        var random = new Random(position);
        using var writer = IndexWriter.Open(folder, Corpus.Schema, Small);
        for (var id = 1; id <= documents; id++)
        {
            writer.Add(Corpus.Document(random, id));
        }

        writer.Commit(position);
    }
}
