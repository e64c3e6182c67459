using Winnow.Papers;
using Winnow.Search;

namespace Winnow.Web.Pages.Shared;

/// <summary>One paper in a list.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Title">Its title, with the words that matched when it was searched for.</param>
/// <param name="Snippet">The passage that answers; null in a list that nobody searched.</param>
/// <param name="Why">Its score explained, when searched for.</param>
/// <param name="Kept">How it is kept, in a list that is a collection.</param>
internal sealed record PaperCard(Paper Paper, HighlightedText Title, HighlightedText? Snippet = null, ScoreExplanation? Why = null, KeptCard? Kept = null)
{
    public const int AuthorsShown = 6;

    public static PaperCard Of(Paper paper) => new(paper, new HighlightedText(paper.Title, []));

    public static PaperCard Of(SearchHit hit) => new(hit.Paper, hit.Title, hit.Snippet, hit.Why);
}
