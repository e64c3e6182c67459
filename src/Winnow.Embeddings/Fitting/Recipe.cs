namespace Winnow.Embeddings.Fitting;

/// <summary>All that a fitted model depends on besides the papers and what it starts from. The defaults made the model that ships.</summary>
public sealed record Recipe
{
    /// <summary>The same seed and papers give the same model, whatever the number of threads.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Times that every paper is seen by each fit.</summary>
    public double Epochs { get; init; } = 4;

    /// <summary>Pairs a step, each the others' wrong answer: a multiple of 8.</summary>
    public int Batch { get; init; } = 1024;

    /// <summary>What cosines are divided by before the softmax.</summary>
    public float Temperature { get; init; } = 0.05f;

    /// <summary>Adam's greatest rate for vectors; it grows over the first twentieth and falls to a fiftieth.</summary>
    public float Rate { get; init; } = 0.004f;

    /// <summary>The same for the logarithms of weights.</summary>
    public float WeightRate { get; init; } = 0.01f;

    /// <summary>A token that occurs n times in a text counts n to this power.</summary>
    public float Saturation { get; init; } = 0.5f;

    /// <summary>How much a document's title counts besides its whole text; does not enter the fitting.</summary>
    public float TitleShare { get; init; } = 0.5f;

    /// <summary>Share of questions that are the paper's title; the rest are spans and whole sentences of its abstract.</summary>
    public double TitleQuestions { get; init; } = 0.35;

    public double SpanQuestions { get; init; } = 0.35;

    /// <summary>How often the title stays in the document when it is the question.</summary>
    public double TitleKept { get; init; } = 0.3;

    /// <summary>Tokens of the shortest and the longest span.</summary>
    public int ShortestSpan { get; init; } = 4;

    public int LongestSpan { get; init; } = 14;

    /// <summary>Share of questions that begin with one of <see cref="QuestionFrames"/>.</summary>
    public double FramedQuestions { get; init; } = 0.3;

    /// <summary>Of papers that others mention by name, the share of questions that are such a mention.</summary>
    public double MentionQuestions { get; init; } = 0.4;

    /// <summary>
    /// One fit for each of these, from the same start and with a seed of its own; the model is their mean (Wortsman et al. 2022, "model soups"). The value is
    /// how often a document of that fit loses every word that its question has, so that the meaning has to be found in its other words.
    /// </summary>
    public IReadOnlyList<double> HiddenWords { get; init; } = [0, 0.5, 0.25];

    public int Threads { get; init; } = 2;
}
