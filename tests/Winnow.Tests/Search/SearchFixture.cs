using Winnow.Papers;
using Winnow.Search;
using Winnow.Search.Indexing;
using Xunit;

namespace Winnow.Tests.Search;

/// <summary>A library in memory with a real index in a folder of its own.</summary>
internal sealed class SearchFixture : IDisposable
{
    internal SearchFixture(params IEnumerable<Paper> papers)
    {
        Folder = Directory.CreateTempSubdirectory("winnow-search-").FullName;
        Index = new PaperIndex(Path.Combine(Folder, "index"), TimeProvider.System);
        Indexer = new PaperIndexer(Library, Index, TimeProvider.System);
        Search = new PaperSearch(Library, Index, TimeProvider.System);
        Library.Put(papers);
    }

    internal string Folder { get; }

    internal InMemoryLibrary Library { get; } = new();

    internal PaperIndex Index { get; }

    internal PaperIndexer Indexer { get; }

    internal PaperSearch Search { get; }

    internal static async Task<SearchFixture> IndexedAsync(params IEnumerable<Paper> papers)
    {
        var fixture = new SearchFixture(papers);
        await fixture.CatchUpAsync();
        return fixture;
    }

    internal Task<long> CatchUpAsync() => Indexer.CatchUpAsync(null, TestContext.Current.CancellationToken);

    internal Task<SearchResponse> AskAsync(SearchRequest request) => Search.SearchAsync(request, TestContext.Current.CancellationToken);

    internal Task<SearchResponse> AskAsync(string text) => AskAsync(new SearchRequest { Text = text, Limit = 100 });

    /// <summary>The titles found, best first.</summary>
    internal async Task<string[]> TitlesAsync(string text) => [.. (await AskAsync(text)).Hits.Select(hit => hit.Paper.Title)];

    public void Dispose()
    {
        Indexer.Dispose();
        Index.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
