using Winnow.Embeddings.Fitting;

namespace Winnow.Cli.Output;

/// <summary>What came of fitting a model to a library, for a script.</summary>
internal sealed record TrainingDocument
{
    /// <summary>Papers that it was fitted to.</summary>
    public required int Papers { get; init; }

    /// <summary>Papers that were held out to judge by.</summary>
    public required int HeldOut { get; init; }

    /// <summary>What each model finds of these, in the order of the table.</summary>
    public IReadOnlyList<Row> Models { get; init; } = [];

    /// <summary>Whether the fitted one is better than all, and became the model <c>own</c>.</summary>
    public required bool Kept { get; init; }

    /// <summary>Whether it is the chosen model now.</summary>
    public required bool Chosen { get; init; }

    public required double Seconds { get; init; }

    /// <param name="Model"><c>static</c>, <c>before</c> (the <c>own</c> that there was) or <c>own</c>.</param>
    internal sealed record Row(string Model, Found Titles, Found Sentences);

    /// <param name="Ndcg">nDCG@10.</param>
    /// <param name="First">Share of questions whose text comes first.</param>
    /// <param name="InHundred">Share of questions whose text is among the first hundred.</param>
    internal sealed record Found(int Questions, int Texts, double Ndcg, double First, double InHundred)
    {
        public static Found Of(RetrievalScore score) => new(score.Questions, score.Texts, Math.Round(score.Ndcg, 4), Math.Round(score.First, 4), Math.Round(score.InHundred, 4));
    }
}
