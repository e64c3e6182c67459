namespace Winnow.Papers.Text;

/// <summary>What a source writes its text in, beyond plain characters.</summary>
[Flags]
public enum TextMarkup
{
    None = 0,

    /// <summary>TeX accents, text macros and ties, as in arXiv, OpenReview and BibTeX.</summary>
    TeX = 1,

    /// <summary>HTML entities, decoded once and before TeX. Tags are not touched.</summary>
    Html = 2,
}
