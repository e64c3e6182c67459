namespace Winnow.Search.Likeness;

/// <summary>Cuts an abstract into sentences.</summary>
internal static class Sentences
{
    /// <summary>A full stop behind one of these ends no sentence.</summary>
    private static readonly string[] Abbreviations = ["e.g", "i.e", "cf", "vs", "et al", "etc", "resp", "fig", "eq", "sec", "approx", "dr", "prof", "w.r.t", "a.k.a"];

    /// <summary>An abstract has no more; a text that does is not read to its end.</summary>
    private const int Most = 200;

    internal static IReadOnlyList<string> Split(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length && sentences.Count < Most; i++)
        {
            if (Ends(text, start, i))
            {
                Add(sentences, text[start..(i + 1)]);
                start = i + 1;
            }
        }

        if (sentences.Count < Most)
        {
            Add(sentences, text[start..]);
        }

        return sentences;
    }

    /// <summary>Whether the character at <paramref name="at"/> is the last of a sentence: a mark, white space, and what may begin another.</summary>
    private static bool Ends(string text, int start, int at)
    {
        if (text[at] == '\n' && at + 1 < text.Length && text[at + 1] == '\n')
        {
            return true;
        }

        if (text[at] is not ('.' or '!' or '?') || at + 2 >= text.Length || !char.IsWhiteSpace(text[at + 1]))
        {
            return false;
        }

        var next = text[at + 2];
        if (char.IsLower(next))
        {
            return false;
        }

        var before = text.AsSpan(start, at - start);
        foreach (var abbreviation in Abbreviations)
        {
            if (before.EndsWith(abbreviation, StringComparison.OrdinalIgnoreCase)
                && (before.Length == abbreviation.Length || !char.IsLetter(before[before.Length - abbreviation.Length - 1])))
            {
                return false;
            }
        }

        // A single capital is an initial: "by J. Pearl".
        return !(before.Length >= 2 && char.IsUpper(before[^1]) && before[^2] == ' ' && text[at] == '.');
    }

    private static void Add(List<string> sentences, string sentence)
    {
        var trimmed = sentence.Trim();
        if (trimmed.Length > 0)
        {
            sentences.Add(trimmed);
        }
    }
}
