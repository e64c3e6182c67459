using System.Globalization;
using Xunit;

namespace Winnow.Cli.Tests;

public sealed class CollectionsTests : IDisposable
{
    private readonly WinnowExecutable _winnow = new();

    public CollectionsTests()
    {
        _winnow.Write("a.jsonl", PaperLines.Of(0, 20));
        _winnow.Run("import", "a.jsonl").Ended(0);
    }

    public void Dispose() => _winnow.Dispose();

    [Theory]
    [InlineData(1, "There is no collection yet.", "show", "reading")]
    [InlineData(1, "There is no collection yet.", "add", "reading", "test/1")]
    [InlineData(1, "There is no collection yet.", "delete", "reading", "--yes")]
    [InlineData(2, "Give the collection a name.", "create", " ")]
    [InlineData(2, "Choose one of --json, --bibtex and --ris.", "show", "reading", "--json", "--ris")]
    [InlineData(2, "means nothing here", "make", "reading")]
    public void What_cannot_be_done_is_one_sentence_and_a_code(int code, string sentence, params string[] arguments) =>
        Assert.Contains(sentence, _winnow.Run(["collections", .. arguments]).Ended(code).Error, StringComparison.Ordinal);

    [Fact]
    public void Without_a_library_it_says_how_to_get_one()
    {
        using var other = new WinnowExecutable();
        Assert.Contains("There is no library", other.Run("collections").Ended(4).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_collection_is_made_filled_shown_emptied_and_deleted()
    {
        Assert.Contains("There is no collection yet.", _winnow.Run("collections").Ended(0).Error, StringComparison.Ordinal);
        var made = Assert.Single(_winnow.Run("collections", "create", "Reading group", "--description", "Thursdays", "--json").Ended(0).Objects);
        Assert.Equal(("reading-group", "Reading group", "Thursdays", 0), (Text(made, "slug"), Text(made, "name"), Text(made, "description"), made.GetProperty("papers").GetInt32()));
        Assert.Contains("already", _winnow.Run("collections", "create", "READING GROUP").Ended(2).Error, StringComparison.Ordinal);

        _winnow.Run("collections", "add", "reading-group", "test/3").Ended(0);
        var partly = _winnow.Run("collections", "add", "Reading Group", "test/4", "nowhere", "test/3", "--note", "Look at its tables.").Ended(1);
        Assert.Contains("The library has no paper nowhere", partly.Error, StringComparison.Ordinal);
        Assert.Contains("already", partly.Output, StringComparison.Ordinal);

        var papers = _winnow.Run("collections", "show", "reading-group", "--json").Ended(0).Objects;
        Assert.Equal([PaperLines.WordOf(4), PaperLines.WordOf(3)], papers.Select(paper => Text(paper, "title").Split(' ')[^1]));
        Assert.Equal("Look at its tables.", Text(papers[0], "note"));
        Assert.False(papers[1].TryGetProperty("note", out _));
        Assert.InRange(DateTimeOffset.Parse(Text(papers[0], "added"), CultureInfo.InvariantCulture), TimeProvider.System.GetUtcNow().AddMinutes(-5), TimeProvider.System.GetUtcNow());
        Assert.Contains("  Look at its tables.", _winnow.Run("collections", "show", "reading-group").Ended(0).Output, StringComparison.Ordinal);
        Assert.Equal(2, _winnow.Run("collections", "show", "reading-group", "--bibtex").Ended(0).Lines.Count(line => line.StartsWith('@')));
        Assert.Equal(2, _winnow.Run("collections", "show", "reading-group", "--ris").Ended(0).Output.Split("ER  - ").Length - 1);

        _winnow.Run("collections", "rename", "reading-group", "Spring").Ended(0);
        var listed = Assert.Single(_winnow.Run("collections", "--json").Ended(0).Objects);
        Assert.Equal(("reading-group", "Spring", "Thursdays", 2), (Text(listed, "slug"), Text(listed, "name"), Text(listed, "description"), listed.GetProperty("papers").GetInt32()));

        Assert.Contains("Its note was: Look at its tables.", _winnow.Run("collections", "remove", "spring", "test/4").Ended(0).Output, StringComparison.Ordinal);
        Assert.Contains("test/4 is not in Spring.", _winnow.Run("collections", "remove", "spring", "test/4").Ended(1).Error, StringComparison.Ordinal);
        Assert.Contains("--yes", _winnow.Run("collections", "delete", "spring").Ended(2).Error, StringComparison.Ordinal);
        _winnow.Run("collections", "delete", "spring", "--yes").Ended(0);
        Assert.Empty(_winnow.Run("collections", "--json").Ended(0).Objects);
        _winnow.Run("show", "test/3").Ended(0);
    }

    [Fact]
    public void Another_library_can_import_a_collection()
    {
        _winnow.Run("collections", "create", "Reading").Ended(0);
        _winnow.Run("collections", "add", "reading", "test/3", "test/4").Ended(0);
        using var other = new WinnowExecutable();
        other.Write("reading.bib", _winnow.Run("collections", "show", "reading", "--bibtex").Ended(0).Output);

        other.Run("import", "reading.bib").Ended(0);

        Assert.Equal(2, other.Run("search", "--json", "experiments and", PaperLines.WordOf(3), PaperLines.WordOf(4)).Ended(0).Objects.Count);
    }

    private static string Text(System.Text.Json.JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
