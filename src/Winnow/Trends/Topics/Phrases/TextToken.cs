namespace Winnow.Trends.Topics.Phrases;

/// <summary>A run of letters, digits and what joins them.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="FirstWord">The first of the words that hyphens make of it.</param>
/// <param name="LastWord">The last of them.</param>
/// <param name="Letters">How it is written.</param>
/// <param name="AfterBreak">Whether punctuation stands before it.</param>
/// <param name="CapitalMeansNothing">Whether it begins a sentence, or stands in a title whose words all have capitals.</param>
internal readonly record struct TextToken(int Start, int End, int FirstWord, int LastWord, Letters Letters, bool AfterBreak, bool CapitalMeansNothing)
{
    internal int Words => LastWord - FirstWord + 1;
}
