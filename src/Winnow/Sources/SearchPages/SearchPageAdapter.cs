using Winnow.Papers;
using Winnow.Sources.Fields;

namespace Winnow.Sources.SearchPages;

/// <summary>A result of a search page in Winnow's terms: no more than title and abstract is known.</summary>
internal static class SearchPageAdapter
{
    private const string Source = "search-page";

    internal static AdaptedRecord Adapt(SearchResult result)
    {
        var title = RecordText.Title(result.Title);
        return new AdaptedRecord(Source, ContentKey.Of(title), new RecordFields
        {
            Title = title,
            Abstract = RecordText.Prose(result.Abstract),
            Code = CodeLink.Find(result.Abstract),
        });
    }
}
