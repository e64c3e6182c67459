namespace Winnow.Embeddings.Spaces;

/// <summary>How well vectors find themselves again in another space: row i of the questions is to find row i of the answers.</summary>
/// <param name="ReciprocalRank">Mean of 1 / rank.</param>
/// <param name="RecallAt10">Part found among the first ten.</param>
public sealed record CrossSearch(double ReciprocalRank, double RecallAt10)
{
    /// <summary>Ranks by dot product with answers of length 1. A tie counts against the question.</summary>
    internal static CrossSearch Measure(Matrix questions, Matrix answers)
    {
        var scores = questions.TimesTransposed(answers.WithUnitRows());
        var ranks = new int[questions.Rows];
        for (var row = 0; row < questions.Rows; row++)
        {
            foreach (var score in scores.Row(row))
            {
                // Not "<": a question of zeros scores zero everywhere, and has found nothing.
                if (score >= scores[row, row]) ranks[row]++;
            }
        }

        return new CrossSearch(ranks.Average(rank => 1.0 / rank), ranks.Average(rank => rank <= 10 ? 1.0 : 0.0));
    }

    /// <summary>What blind guessing finds among so many: (1 + 1/2 + … + 1/n) / n, and ten of n.</summary>
    public static CrossSearch ByChance(int answers) =>
        new(Enumerable.Range(1, answers).Sum(rank => 1.0 / rank) / answers, Math.Min(1.0, 10.0 / answers));
}
