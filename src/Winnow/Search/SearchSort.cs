namespace Winnow.Search;

public enum SearchSort
{
    Relevance,
    Newest,
    Oldest,
}
