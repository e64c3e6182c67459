using Xunit;

namespace Winnow.Index.Tests.Segments;

/// <summary>An index that version 1 wrote, kept byte for byte: five documents, one of them deleted. Later versions read it or refuse it by name.</summary>
public sealed class FrozenFormatTests
{
    private static readonly string Frozen = Path.Combine(AppContext.BaseDirectory, "Segments", "fixtures", "version-1");

    [Fact]
    public void Version_1_is_still_read()
    {
        using var index = SearchIndex.Open(Frozen);
        Assert.Empty(index.Check());
        Assert.Equal((4, 1, 42), (index.Statistics.Documents, index.Statistics.Deleted, index.Position));
        var found = index.Search(new WordsQuery("text to speech"), new SearchOptions { Facets = [new FacetRequest("venue"), new FacetRequest("year")] });
        Assert.Equal([11L, 12], found.Hits.Select(hit => hit.Id).Order());
        Assert.Equal([new FacetValue("ACL", 1), new FacetValue("Interspeech", 1)], found.Facets["venue"]);
        Assert.Equal([new FacetValue("2017", 1), new FacetValue("2019", 1)], found.Facets["year"]);
        Assert.Equal([13L], index.Search(new BooleanQuery { Must = [new PhraseQuery("graph networks")] }).Hits.Select(hit => hit.Id));
        Assert.Equal([14L], index.Search(new BooleanQuery { Must = [new WordsQuery("G. Hopper") { Fields = ["authors"] }] }).Hits.Select(hit => hit.Id));
    }

    [Fact]
    public void Version_1_is_still_written_to()
    {
        using var folder = new TempFolder();
        foreach (var file in Directory.EnumerateFiles(Frozen))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        using (var writer = IndexWriter.Open(folder, Corpus.Schema, new IndexWriterOptions { MergeFactor = 2 }))
        {
            Assert.Equal(42, writer.Position);
            writer.Add(Document(15, "Graph parsing", "Ada Lovelace", "ACL", 2020));
            writer.Commit(43);
        }

        using var index = SearchIndex.Open(folder);
        Assert.Equal((5, 0, 1), (index.Statistics.Documents, index.Statistics.Deleted, index.Statistics.Segments));
        Assert.Empty(index.Check());
    }

    [Fact]
    public void The_same_documents_still_give_the_same_bytes()
    {
        using var folder = new TempFolder();
        using (var writer = IndexWriter.Open(folder, Corpus.Schema))
        {
            writer.Add(Document(10, "Withdrawn", "Tony Hoare", "ACL", 2018));
            writer.Add(Document(11, "A text-to-speech model", "Ada Lovelace", "Interspeech", 2017));
            writer.Add(Document(12, "Text to speech with sparse vectors", "Alan Turing\nAda Lovelace", "ACL", 2019));
            writer.Add(Document(13, "Graph networks", "Barbara Liskov", "ICML", 2021));
            writer.Add(Document(14, "Compiling prompts", "Grace Hopper", "ICML", 1959));
            writer.Commit(41);
            writer.Delete(10);
            writer.Commit(42);
        }

        foreach (var file in Directory.EnumerateFiles(Frozen))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(folder, Path.GetFileName(file))));
        }
    }

    private static IndexDocument Document(long id, string title, string authors, string venue, int year) => new(id)
    {
        Texts = new Dictionary<string, string> { ["title"] = title, ["abstract"] = $"We study {title}.", ["authors"] = authors },
        Keywords = new Dictionary<string, IReadOnlyList<string>> { ["venue"] = [venue] },
        Numbers = new Dictionary<string, int> { ["year"] = year },
    };
}
