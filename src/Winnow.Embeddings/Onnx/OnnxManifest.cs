namespace Winnow.Embeddings.Onnx;

/// <summary>How a transformer is to be used: what <c>winnow-model.json</c> says, the rest read from the files that sentence-transformers writes.</summary>
public sealed record OnnxManifest
{
    /// <summary>The model's name, as people say it.</summary>
    public required string Name { get; init; }

    /// <summary>The ONNX file, relative to the folder.</summary>
    public required string ModelFile { get; init; }

    /// <summary>The tokenizer: <c>tokenizer.json</c>, a WordPiece <c>vocab.txt</c>, or a SentencePiece <c>*.model</c>; relative to the folder.</summary>
    public required string TokenizerFile { get; init; }

    /// <summary>How token vectors become one.</summary>
    public Pooling Pooling { get; init; } = Pooling.Mean;

    /// <summary>Whether vectors are brought to length 1.</summary>
    public bool Normalize { get; init; } = true;

    /// <summary>Put in front of questions.</summary>
    public string QueryPrefix { get; init; } = "";

    /// <summary>Put in front of everything else.</summary>
    public string DocumentPrefix { get; init; } = "";

    /// <summary>Tokens at most, special ones included; what is longer is cut.</summary>
    public int MaxTokens { get; init; } = 256;

    /// <summary>Whether the vocabulary is lower case; null to believe the tokenizer's file. Only <c>vocab.txt</c> does not say.</summary>
    public bool? LowerCase { get; init; }

    /// <summary>Which output holds the vectors; null for the first of the usual names.</summary>
    public string? Output { get; init; }
}
