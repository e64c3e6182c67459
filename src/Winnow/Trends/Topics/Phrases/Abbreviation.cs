namespace Winnow.Trends.Topics.Phrases;

/// <summary>An acronym that a text explains: "group relative policy optimization (GRPO)".</summary>
/// <param name="Acronym">Its key.</param>
/// <param name="Expansion">The key of the words before it.</param>
internal readonly record struct Abbreviation(string Acronym, string Expansion);
