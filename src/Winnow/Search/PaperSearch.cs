using Winnow.Papers;

namespace Winnow.Search;

/// <summary>Answers questions with ranked papers.</summary>
public sealed class PaperSearch
{
    public Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Papers whose title and abstract share the most telling words with this one's, best first, itself left out.</summary>
    public Task<IReadOnlyList<SearchHit>> FindSimilarAsync(PaperId id, int limit, CancellationToken cancel) => throw new NotImplementedException();
}
