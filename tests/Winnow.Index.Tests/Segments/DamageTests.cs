using Xunit;

namespace Winnow.Index.Tests.Segments;

/// <summary>A damaged file is refused by name, or found by the check, or does no harm; it never takes the process down.</summary>
public sealed class DamageTests
{
    [Fact]
    public void A_segment_cut_at_any_length_is_refused_by_name()
    {
        using var folder = new TempFolder();
        var file = Build(folder, "*.segment", 12);
        var whole = File.ReadAllBytes(file);
        for (var length = 0; length < whole.Length; length += length < 400 || length > whole.Length - 400 ? 1 : 37)
        {
            File.WriteAllBytes(file, whole[..length]);
            var refused = Assert.Throws<IndexCorruptException>(() => SearchIndex.Open(folder));
            Assert.Equal(Path.GetFileName(file), refused.File);
        }
    }

    [Theory]
    [InlineData("manifest")]
    [InlineData("*.deletes")]
    public void A_small_file_cut_or_altered_anywhere_is_refused_by_name(string pattern)
    {
        using var folder = new TempFolder();
        var file = Build(folder, pattern, 12);
        var whole = File.ReadAllBytes(file);
        for (var at = 0; at < whole.Length; at++)
        {
            File.WriteAllBytes(file, whole[..at]);
            Assert.Equal(Path.GetFileName(file), Assert.Throws<IndexCorruptException>(() => SearchIndex.Open(folder)).File);
            var altered = whole.ToArray();
            altered[at] ^= 0x41;
            File.WriteAllBytes(file, altered);
            Assert.Equal(Path.GetFileName(file), Assert.Throws<IndexCorruptException>(() => SearchIndex.Open(folder)).File);
        }
    }

    [Fact]
    public void A_missing_segment_is_named()
    {
        using var folder = new TempFolder();
        var file = Build(folder, "*.segment", 12);
        File.Delete(file);
        Assert.Contains("is missing", Assert.Throws<IndexCorruptException>(() => SearchIndex.Open(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_altered_byte_is_found_by_the_check_and_harms_no_search()
    {
        using var folder = new TempFolder();
        var file = Build(folder, "*.segment", 300);
        var whole = File.ReadAllBytes(file);
        var random = new Random(12);
        var found = 0;
        for (var round = 0; round < 400; round++)
        {
            var altered = whole.ToArray();
            var at = random.Next(altered.Length);
            altered[at] ^= (byte)random.Next(1, 256);
            // Another file each time: the one before may still be mapped.
            File.Delete(file);
            File.WriteAllBytes(file, altered);
            try
            {
                using var index = SearchIndex.Open(folder);
                found += index.Check().Count > 0 ? 1 : 0;
                SearchEverything(index);
            }
            catch (IndexCorruptException e)
            {
                Assert.Equal(Path.GetFileName(file), e.File);
                found++;
            }
        }

        // The bytes between regions belong to none.
        Assert.InRange(found, 360, 400);
    }

    [Fact]
    public void Many_altered_bytes_harm_no_search_and_no_merge()
    {
        using var folder = new TempFolder();
        var file = Build(folder, "*.segment", 300);
        var whole = File.ReadAllBytes(file);
        var random = new Random(13);
        for (var round = 0; round < 150; round++)
        {
            var altered = whole.ToArray();
            for (var i = 0; i < 200; i++)
            {
                altered[random.Next(64, altered.Length - 700)] = (byte)random.Next(256);
            }

            File.Delete(file);
            File.WriteAllBytes(file, altered);
            using var copy = new TempFolder();
            folder.CopyTo(copy);
            try
            {
                using var index = SearchIndex.Open(folder);
                index.Check();
                SearchEverything(index);
            }
            catch (IndexCorruptException)
            {
            }

            try
            {
                using var writer = IndexWriter.Open(copy, Corpus.Schema, new IndexWriterOptions { MergeFactor = 2 });
                writer.Add(Corpus.Document(random, 1));
                writer.Commit(round);
            }
            catch (IndexCorruptException)
            {
            }
        }
    }

    private static void SearchEverything(SearchIndex index)
    {
        foreach (var word in Corpus.Vocabulary)
        {
            Try(() => index.Corrections(new WordsQuery($"{word[..^1]}xx graph the")));
            Try(() => index.Search(new WordsQuery($"{word} graph the") { PrefixLast = true }, new SearchOptions { Limit = 5, WithExplanations = true }));
        }

        Try(() => index.Search(new BooleanQuery { Must = [new PhraseQuery("the graph")], MustNot = [new PhraseQuery("of model")] }));
        Try(() => index.Search(
            new EverythingQuery(),
            new SearchOptions { Facets = [new FacetRequest("year"), new FacetRequest("venue"), new FacetRequest("category")], Filters = [new KeywordFilter("venue", "venue1")], Sort = new NumberSort("year") }));
        Try(() => index.Similar(7, 5));
    }

    private static void Try(Action search)
    {
        try
        {
            search();
        }
        catch (IndexCorruptException)
        {
        }
    }

    private static string Build(TempFolder folder, string pattern, int documents)
    {
        var random = new Random(21);
        using (var writer = IndexWriter.Open(folder, Corpus.Schema))
        {
            for (var id = 1; id <= documents; id++)
            {
                writer.Add(Corpus.Document(random, id));
            }

            writer.Commit(1);
            writer.Delete(3);
            writer.Commit(2);
        }

        return Directory.EnumerateFiles(folder, pattern).Single();
    }
}
