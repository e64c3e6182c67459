namespace Winnow.Embeddings.Models;

/// <summary>Questions and the sentences that answer them, in few words in common: what any model for finding texts can bring together.</summary>
internal static class TrialTexts
{
    public static IReadOnlyList<(string Question, string Answer)> Pairs { get; } =
    [
        ("speech recognition without transcripts", "We learn to turn audio recordings into text from unlabelled utterances alone, and reach a low word error rate."),
        ("making image classifiers robust", "Small perturbations of a picture make deep vision networks fail; adversarial training reduces the damage."),
        ("how proteins fold", "A network predicts the three-dimensional structure of a chain of amino acids from its sequence."),
        ("translate between languages", "An encoder and a decoder with attention convert English sentences into German ones."),
        ("recommend films to users", "Collaborative filtering factors the matrix of ratings to suggest items that a customer may like."),
        ("robots that walk", "A policy for legged locomotion is trained by reinforcement learning in simulation and moved to a quadruped."),
        ("answer questions about documents", "Passages are retrieved from an encyclopaedia, and a reader extracts the span that answers what was asked."),
        ("privacy when training models", "Noise is added to gradients so that no single person's record can be inferred from the learned parameters."),
    ];
}
