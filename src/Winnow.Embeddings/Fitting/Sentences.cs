namespace Winnow.Embeddings.Fitting;

/// <summary>Cuts an abstract into sentences: at a full stop, question mark or exclamation mark before white space and a capital letter or digit.</summary>
internal static class Sentences
{
    // "e.g. Smith" and "et al. 2019" leave pieces that are shorter than a sentence.
    private const int Shortest = 40;

    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] != ' ' || text[i - 1] is not ('.' or '?' or '!') || !(char.IsUpper(text[i + 1]) || char.IsDigit(text[i + 1]))) continue;
            if (i - start < Shortest) continue;
            yield return text[start..i];
            start = i + 1;
        }

        if (start < text.Length) yield return text[start..];
    }
}
