using Winnow.Search;

namespace Winnow.Web.Pages.Search;

/// <summary>One list of values to filter by, as check boxes.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Name">Its parameter in the address.</param>
/// <param name="Values">What can be chosen, with counts; what is chosen comes first, even when nothing matches it any more.</param>
/// <param name="Chosen">What is chosen.</param>
internal sealed record FacetList(string Title, string Name, IReadOnlyList<FacetCount> Values, IReadOnlyList<string> Chosen)
{
    /// <summary>How many are shown before the reader asks for the rest.</summary>
    public const int Shown = 7;

    public static FacetList Of(string title, string name, IReadOnlyList<FacetCount> counts, IReadOnlyList<string> chosen)
    {
        if (chosen.Count == 0)
        {
            return new FacetList(title, name, counts, chosen);
        }

        var first = chosen.Select(value => counts.FirstOrDefault(count => count.Value == value) ?? new FacetCount(value, 0));
        return new FacetList(title, name, [.. first, .. counts.Where(count => !chosen.Contains(count.Value))], chosen);
    }
}
