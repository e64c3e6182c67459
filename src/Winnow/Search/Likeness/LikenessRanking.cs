using System.Globalization;
using System.Numerics.Tensors;

namespace Winnow.Search.Likeness;

/// <summary>
/// <c>score = Meaning·max over interests cos(paper, interest) − Dislike·max over disliked cos(paper, disliked) + words</c>, words being the paper's share of the best
/// paper's word score, halved when one facet is compared, since words are counted over the whole text.
/// </summary>
internal sealed class LikenessRanking(LikenessWeights weights, IReadOnlyList<Interest> interests, IReadOnlyList<Example> disliked, PaperFacet facet)
{
    private readonly double _wordsWeight = facet == PaperFacet.Overall ? 1 : 0.5;

    private string Facet => facet == PaperFacet.Overall ? "" : $"'s {facet.ToString().ToLowerInvariant()}";

    /// <param name="vector">Of what is compared of the paper.</param>
    /// <param name="words">Its share of the best word score, 0 to 1.</param>
    internal ScoreExplanation Score(ReadOnlySpan<float> vector, double words)
    {
        var parts = new List<ScoreExplanation>();
        var (liking, liked) = (double.NegativeInfinity, "");
        foreach (var interest in interests)
        {
            var cosine = TensorPrimitives.Dot(vector, interest.Centre);
            (liking, liked) = cosine > liking ? (cosine, interest.Name) : (liking, liked);
        }

        parts.Add(Part(weights.Meaning * liking, $"like {liked}{Facet}: {weights.Meaning:0.#} times the cosine {liking:0.000}"));
        var (disliking, name) = (0.0, "");
        foreach (var example in disliked)
        {
            var cosine = TensorPrimitives.Dot(vector, example.Vector);
            (disliking, name) = cosine > disliking ? (cosine, example.Name) : (disliking, name);
        }

        if (disliking > 0)
        {
            parts.Add(Part(-weights.Dislike * disliking, $"less like {name}{Facet}: −{weights.Dislike:0.#} times the cosine {disliking:0.000}"));
        }

        if (words > 0)
        {
            parts.Add(Part(_wordsWeight * words, $"telling words in common: {_wordsWeight:0.#} times {words:0.000} of the best paper's"));
        }

        return new ScoreExplanation(parts.Sum(part => part.Value), "likeness", parts);
    }

    private static ScoreExplanation Part(double value, FormattableString text) => new(value, text.ToString(CultureInfo.InvariantCulture), []);
}
