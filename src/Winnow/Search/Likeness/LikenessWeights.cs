namespace Winnow.Search.Likeness;

/// <summary>What counts how much against the words in common, which count one; <c>./do bench likeness</c> measures others.</summary>
/// <param name="Meaning">Nearness to what is liked.</param>
/// <param name="Dislike">Nearness to what is disliked.</param>
/// <param name="Near">Two groups of liked things whose centres have at least this cosine are one interest.</param>
internal sealed record LikenessWeights(double Meaning = 3, double Dislike = 1, float Near = 0.4f);
