using Winnow.Papers;

namespace Winnow.Web.Readers;

/// <summary>One paper's vote button. All of a page's buttons belong to the one form that the layout has.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Title">Its title, for the button's name.</param>
/// <param name="Voted">Whether the reader has voted for it.</param>
/// <param name="Place">The id of the element that the reader returns to.</param>
/// <param name="Votes">Votes given here; null where they are not counted.</param>
internal sealed record VoteButton(PaperId Paper, string Title, bool Voted, string Place, int? Votes = null)
{
    /// <summary>What the button sends: the paper and the place.</summary>
    public string Value => $"{Paper} {Place}";

    public static string PlaceOf(PaperId paper, string list) => $"{list}-{paper}";
}
