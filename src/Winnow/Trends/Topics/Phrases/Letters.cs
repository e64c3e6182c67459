namespace Winnow.Trends.Topics.Phrases;

/// <summary>How a token is written.</summary>
internal enum Letters
{
    /// <summary>Without capitals: an ordinary word.</summary>
    Small,

    /// <summary>One capital, at its beginning: a name, or the beginning of a sentence or a title's word.</summary>
    Title,

    /// <summary>Capitals or digits within: GRPO, DeepSeek, Qwen2.5.</summary>
    Inner,

    /// <summary>Digits and a letter or two: 3D, 7B, 4K.</summary>
    Measure,

    /// <summary>No letters.</summary>
    Number,
}
