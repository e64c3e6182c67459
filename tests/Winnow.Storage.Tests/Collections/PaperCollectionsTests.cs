using Microsoft.Extensions.Time.Testing;
using Winnow.Papers;
using Winnow.Readers.Collections;
using Winnow.Storage.Sqlite;
using Winnow.Storage.Tests.Library;
using Xunit;

namespace Winnow.Storage.Tests.Collections;

/// <summary>The rules of collections over a real store.</summary>
public sealed class PaperCollectionsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 11, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("winnow-");
    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly CollectionsUnderTest _library;
    private readonly PaperCollections _collections;

    public PaperCollectionsTests()
    {
        _library = new CollectionsUnderTest(SqliteLibrary.Open(Path.Combine(_folder.FullName, "library.db"), PlainFormat.Formats, _clock));
        _collections = new PaperCollections(_library.Collections, _clock);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _library.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("", "Give the collection a name.")]
    [InlineData(" \u200B\u202E\t", "Give the collection a name.")]
    [InlineData("reading", "There is a collection called reading already.")]
    public async Task A_name_that_cannot_be_is_refused_in_one_sentence(string name, string complaint)
    {
        var reading = await _collections.CreateAsync("Reading", "", Cancel);
        var other = await _collections.CreateAsync("Other", "", Cancel);

        Assert.Equal(complaint, (await Assert.ThrowsAsync<CollectionException>(() => _collections.CreateAsync(name, "", Cancel))).Message);
        Assert.Equal(complaint, (await Assert.ThrowsAsync<CollectionException>(() => _collections.DescribeAsync(other, name, "", Cancel))).Message);
        Assert.Equal([other, reading], await _collections.GetAllAsync(Cancel));
    }

    [Fact]
    public async Task What_is_too_long_is_refused_and_changes_nothing()
    {
        var reading = await _collections.CreateAsync(new string('x', PaperCollections.LongestName), new string('y', PaperCollections.LongestDescription), Cancel);
        var paper = await OneAsync();

        await Assert.ThrowsAsync<CollectionException>(() => _collections.CreateAsync(new string('z', PaperCollections.LongestName + 1), "", Cancel));
        await Assert.ThrowsAsync<CollectionException>(() => _collections.CreateAsync("z", new string('y', PaperCollections.LongestDescription + 1), Cancel));
        await Assert.ThrowsAsync<CollectionException>(() => _collections.KeepAsync(reading, paper, new string('n', PaperCollections.LongestNote + 1), Cancel));
        Assert.Equal(reading, Assert.Single(await _collections.GetAllAsync(Cancel)));
    }

    [Fact]
    public async Task A_collection_that_is_full_takes_no_more_and_one_that_is_gone_says_so()
    {
        var reading = await _collections.CreateAsync("Reading", "", Cancel);
        var paper = await OneAsync();

        await Assert.ThrowsAsync<CollectionException>(() => _collections.KeepAsync(reading with { Papers = PaperCollections.MostPapers }, paper, "", Cancel));
        Assert.True(await _collections.DeleteAsync(reading, Cancel));
        Assert.Equal("The collection Reading is no more.", (await Assert.ThrowsAsync<CollectionException>(() => _collections.DescribeAsync(reading, "Other", "", Cancel))).Message);
        Assert.False(await _collections.KeepAsync(reading, paper, "", Cancel));
    }

    [Fact]
    public async Task There_are_no_more_collections_than_a_form_can_offer()
    {
        for (var i = 0; i < PaperCollections.MostCollections; i++)
        {
            await _library.Collections.AddAsync("many", $"Many {i}", "", Cancel);
        }

        Assert.Contains("500", (await Assert.ThrowsAsync<CollectionException>(() => _collections.CreateAsync("One more", "", Cancel))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_is_dated_now_and_one_put_back_never_later()
    {
        var reading = await _collections.CreateAsync("Reading", "", Cancel);
        var paper = await OneAsync();

        foreach (var (back, expected) in new[] { ((DateTimeOffset?)null, Noon), (Noon.AddDays(-1), Noon.AddDays(-1)), (Noon.AddDays(1), Noon) })
        {
            Assert.True(await _collections.KeepAsync(reading, paper, "  a\r\nnote ", Cancel, back));
            var kept = await _collections.RemoveAsync(reading, paper, Cancel);
            Assert.Equal((expected, "a note"), (kept!.Added, kept.Note));
        }
    }

    private async Task<PaperId> OneAsync()
    {
        await _library.ImportAsync([PlainFormat.Record("a", "1", new RecordFields { Title = "One" })]);
        return RecordId.Of("a", "1").AsPaper;
    }
}
