namespace Winnow.Trends.Topics.Phrases;

/// <summary>A phrase of the text that a <see cref="PhraseReader"/> read last.</summary>
/// <param name="Hash">Of its key: folded words, hyphens as spaces, the last word in the singular.</param>
/// <param name="First">The number of its first token.</param>
/// <param name="Last">The number of its last token.</param>
/// <param name="Named">Whether it is written as a name is.</param>
/// <param name="Begins">Whether, somewhere in the text, nothing before it belongs to it.</param>
/// <param name="Ends">Whether, somewhere in the text, nothing behind it belongs to it.</param>
internal readonly record struct Phrase(ulong Hash, int First, int Last, bool Named, bool Begins, bool Ends);
