using System.Collections.Frozen;

namespace Winnow.Index.Text;

/// <summary>
/// What each word of a text that a person typed says of the papers that they want. Of "Could you list studies which use diffusion models for planning?" four
/// words do: the rest is grammar, which counts nothing, or asks for papers as such, which counts little. In <c>./do bench quality</c> this is worth 3 points of
/// nDCG@10 to words alone on either set of questions.
/// </summary>
internal static class QuestionWords
{
    /// <summary>Between 0.2 and 0.5 nothing changes by more than half a point.</summary>
    private const float AskingWeight = 0.35f;

    /// <summary>Shorter texts are names and terms ("Yang You", "work function"), of which every word is meant.</summary>
    private const int FewestWords = 4;

    private static readonly FrozenSet<string> Grammar = Words(
        """
        a an the this that these those there here it its they them their theirs he she his her we us our i me my you your who whom whose which what when
        where why how is are was were be been being am do does did done have has had having can could may might must shall should will would of in on at to
        for from by with into onto about as than then through within under over between among during toward towards upon via per and or but nor not no if
        whether so such also too very just both either neither each every any some all most more much many few other another same own please
        """);

    private static readonly FrozenSet<string> Asking = Words(
        """
        paper papers work works worked working study studies studied studying research researches researcher researchers article articles publication
        publications literature author authors reference references propose proposes proposed proposing introduce introduces introduced introducing present
        presents presented presenting describe describes described describing discuss discusses discussed discussing explore explores explored exploring
        investigate investigates investigated investigating examine examines examined examining focus focuses focused focusing mention mentions mentioned
        mentioning provide provides provided providing list lists listed give gives gave given giving name tell show shows showed shown showing suggest
        suggests suggested suggesting recommend recommends recommended identify identifies identified indicate indicates indicated point points pointed
        find finds found know known example examples context field area regard regarding concern concerning concerned relate related relating use uses used
        using usage utilize utilizes utilized utilizing employ employs employed employing apply applies applied applying develop develops developed
        developing look looks looked looking first address addresses addressed addressing deal deals dealt dealing cover covers covered covering like
        """);

    private static readonly FrozenSet<string> GrammarStems = Grammar.Select(Stem).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word, folded, or a term is one of grammar.</summary>
    internal static bool IsGrammar(string word) => Grammar.Contains(word) || GrammarStems.Contains(word);

    /// <param name="text">As typed.</param>
    /// <param name="words">Its words, in order.</param>
    /// <param name="folded">The same, folded and not stemmed.</param>
    /// <returns>A weight for each word: 0 for grammar, 1 for what says something. All 1 when nothing would be left, or there are few.</returns>
    internal static float[] Weigh(ReadOnlySpan<char> text, IReadOnlyList<Term> words, IReadOnlyList<string> folded)
    {
        var weights = new float[words.Count];
        var telling = false;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = IsAcronym(text.Slice(words[i].Start, words[i].Length)) ? 1 : Grammar.Contains(folded[i]) ? 0 : Asking.Contains(folded[i]) ? AskingWeight : 1;
            telling |= weights[i] == 1;
        }

        if (!telling || weights.Length < FewestWords)
        {
            Array.Fill(weights, 1);
        }

        return weights;
    }

    // "IT" and "WHO" are no pronouns; where all is in capitals, nothing tells them apart, and a word too many is better than one too few.
    private static bool IsAcronym(ReadOnlySpan<char> word) => word.Length > 1 && !word.ContainsAnyExceptInRange('A', 'Z');

    private static string Stem(string word)
    {
        var letters = word.ToCharArray();
        return new string(letters, 0, EnglishStemmer.Stem(letters, letters.Length));
    }

    private static FrozenSet<string> Words(string list) => list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
