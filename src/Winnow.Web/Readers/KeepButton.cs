using Winnow.Papers;
using Winnow.Readers.Collections;

namespace Winnow.Web.Readers;

/// <summary>The button that leads to a paper's collections. All of a page's belong to the one form that the layout has.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Title">Its title, for the button's name.</param>
/// <param name="In">The collections that it is in.</param>
/// <param name="Place">The id of the element that the reader returns to.</param>
internal sealed record KeepButton(PaperId Paper, string Title, IReadOnlyList<Keeping> In, string Place)
{
    /// <summary>What the button sends: the paper and the place.</summary>
    public string Value => $"{Paper} {Place}";

    public string Label => In.Count == 0 ? $"Keep in a collection: {Title}" : $"Kept in {string.Join(", ", In.Select(kept => kept.Name))}: {Title}";
}
