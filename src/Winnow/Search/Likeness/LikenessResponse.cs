using Winnow.Papers;

namespace Winnow.Search.Likeness;

/// <summary>Papers like those that were named.</summary>
/// <param name="Hits">Best first, each with the reason for its score.</param>
/// <param name="More">The liked papers that the library has.</param>
/// <param name="Less">The disliked ones.</param>
/// <param name="Notes">One sentence for each thing that a reader should know, such as a paper that the library lacks.</param>
/// <param name="Took">How long it took.</param>
public sealed record LikenessResponse(IReadOnlyList<SearchHit> Hits, IReadOnlyList<Paper> More, IReadOnlyList<Paper> Less, IReadOnlyList<string> Notes, TimeSpan Took);
