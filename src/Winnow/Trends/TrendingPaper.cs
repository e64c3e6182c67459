using Winnow.Papers;

namespace Winnow.Trends;

/// <summary>One paper of a list of trending ones, with why it is there.</summary>
/// <param name="Rank">1 for the first.</param>
/// <param name="Paper">The paper.</param>
/// <param name="Score">Higher is better; comparable within one answer, over all fields.</param>
/// <param name="Terms">What made the score.</param>
/// <param name="Movement">Where it is going.</param>
/// <param name="Series">What it got over the window.</param>
/// <param name="Votes">Votes given here.</param>
/// <param name="VotedByReader">Whether who asks has voted for it.</param>
public sealed record TrendingPaper(
    int Rank, Paper Paper, double Score, IReadOnlyList<TrendTerm> Terms, TrendMovement Movement, TrendSeries Series, int Votes, bool VotedByReader);
