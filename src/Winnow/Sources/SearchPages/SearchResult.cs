namespace Winnow.Sources.SearchPages;

/// <summary>What a search page shows of a paper: the wire shape, two lines.</summary>
/// <param name="Title">The first line.</param>
/// <param name="Abstract">The second.</param>
internal sealed record SearchResult(string Title, string? Abstract)
{
    internal static SearchResult Read(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? new SearchResult(text, null) : new SearchResult(text[..end], text[(end + 1)..]);
    }
}
