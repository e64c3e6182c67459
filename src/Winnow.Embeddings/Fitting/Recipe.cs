namespace Winnow.Embeddings.Fitting;

/// <summary>All that one fit depends on besides the papers and what it starts from.</summary>
public sealed record Recipe
{
    /// <summary>The same seed and papers give the same model, whatever the number of threads.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Times that every paper is seen.</summary>
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

    /// <summary>How often a document loses every word that its question has, so that the meaning has to be found in its other words.</summary>
    public double HiddenWords { get; init; }

    /// <summary>Of titles such as "Name: what it is about", how often the question lacks the name: who looks for the matter does not know it.</summary>
    public double NamelessTitles { get; init; }

    /// <summary>How much this fit counts in the mean of several.</summary>
    public float Share { get; init; } = 1;

    public int Threads { get; init; } = 2;

    /// <summary>
    /// The fits whose mean ships (Wortsman et al. 2022, "model soups"): three that stay near what the teacher knows of words, and one that saw the papers longer, by a
    /// milder loss. The first three generalise to other fields, the fourth knows this one; training/MODEL_CARD.md has the figures.
    /// </summary>
    public static IReadOnlyList<Recipe> Shipped { get; } =
    [
        new() { Seed = 1 },
        new() { Seed = 2, HiddenWords = 0.5 },
        new() { Seed = 3, HiddenWords = 0.25 },
        new() { Seed = 1, HiddenWords = 0.25, Epochs = 8, Temperature = 0.07f, Rate = 0.006f, NamelessTitles = 0.5, Share = 3 },
    ];
}
