namespace Winnow.Search.Likeness;

/// <summary>The part of a paper's text that speaks of one facet.</summary>
internal static class FacetText
{
    /// <returns>The facet's sentences; the whole text where no sentence speaks of it, so that such a paper is compared as well as can be.</returns>
    internal static string Of(PaperFacet facet, string title, string? text)
    {
        var whole = string.IsNullOrWhiteSpace(text) ? title : title.Length == 0 ? text : $"{title}\n{text}";
        if (facet == PaperFacet.Overall || string.IsNullOrWhiteSpace(text))
        {
            return whole;
        }

        var sentences = Sentences.Split(text);
        var chosen = sentences.Where((sentence, i) => SentenceRoles.Of(sentence, PositionOf(i, sentences.Count)) == facet).ToList();
        return chosen.Count == 0 ? whole : string.Join(' ', chosen);
    }

    internal static double PositionOf(int sentence, int count) => count <= 1 ? 0.5 : (double)sentence / (count - 1);
}
