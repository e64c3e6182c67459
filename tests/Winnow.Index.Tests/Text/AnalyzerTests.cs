using CsCheck;
using Winnow.Index.Text;
using Winnow.Properties;
using Xunit;

namespace Winnow.Index.Tests.Text;

public sealed class AnalyzerTests
{
    [Theory]
    [InlineData("Gödel–Rényi", "godel renyi")]
    [InlineData("GÖDEL", "godel")]
    [InlineData("ﬁnite ﬁelds", "finit field")]
    [InlineData("C++ and C# or F#.", "c++ and c# or f#")]
    [InlineData("GPT4", "gpt4")]
    [InlineData("wav2vec 2.0", "wav2vec 2.0")]
    [InlineData("3D", "3d")]
    [InlineData("ℓ1 L1", "l1 l1")]
    [InlineData("UNet", "unet")]
    [InlineData("LLMs CNNs GPUs LLM GPU", "llm cnn gpu llm gpu")]
    [InlineData("Bayes' rule, Newton's method, Newton’s", "bay rule newton method newton")]
    [InlineData("don't O'Brien", "dont obrien")]
    [InlineData("$\\alpha$-stable \\emph{really} \\mathcal{O}(n)", "alpha stabl realli o n")]
    [InlineData("\\varepsilon", "epsilon")]
    [InlineData("naïve café", "naiv cafe")]
    [InlineData("of 3.14, 2. End", "of 3.14 2 end")]
    [InlineData("λ", "lambda")]
    [InlineData("μ-law", "mu law")]
    [InlineData("ορθογραφία", "ορθογραφια")]
    [InlineData("深度", "深 度")]
    [InlineData("", "")]
    [InlineData("— … !", "")]
    public void Words_are_folded_and_stemmed(string text, string expected) => Assert.Equal(expected, Words(text));

    [Theory]
    [InlineData("text-to-speech", "texttospeech")]
    [InlineData("U-Net", "unet")]
    [InlineData("GPT-4", "gpt4")]
    [InlineData("β-VAE", "betava")]
    [InlineData("beta-vae", "betava")]
    [InlineData("βVAE", "betava")]
    [InlineData("深度", "深度")]
    [InlineData("state‑of‑the‑art", "stateoftheart")]
    public void A_compound_is_also_one_word(string text, string joined) =>
        Assert.Contains(SearchIndex.Analyze(text), term => term.Kind == TermKind.Joined && term.Value == joined && term.Start == 0 && term.Length == text.Length);

    [Theory]
    [InlineData("2019-2020")]
    [InlineData("a - b")]
    [InlineData("well--known")]
    public void What_only_looks_like_a_compound_is_not_joined(string text) => Assert.DoesNotContain(SearchIndex.Analyze(text), term => term.Kind == TermKind.Joined);

    [Theory]
    [InlineData("Y. LeCun", "y lecun")]
    [InlineData("LeCun, Yann", "lecun yann")]
    [InlineData("Hughes Hughs", "hughes hughs")]
    [InlineData("Jean-Pierre Müller", "jean pierre muller")]
    public void Names_are_folded_and_not_stemmed(string text, string expected)
    {
        var terms = new List<Term>();
        new Analyzer().AnalyzeExact(text, terms);
        Assert.Equal(expected, string.Join(' ', terms.Select(term => term.Value[1..])));
    }

    [Fact]
    public void Names_on_two_lines_are_far_apart()
    {
        var terms = SearchIndex.Analyze("Ada Byron\nAlan Turing", AnalysisKind.Names);
        Assert.Equal(1, terms[1].Position - terms[0].Position);
        Assert.True(terms[2].Position - terms[1].Position > 8);
    }

    [Fact]
    public void Offsets_say_where_a_word_stands()
    {
        const string Text = "We train Graph-Neural nets’ weights 𝒜, in C++.";
        var words = SearchIndex.Analyze(Text).Where(term => term.Kind == TermKind.Word).Select(term => Text.Substring(term.Start, term.Length));
        Assert.Equal(["We", "train", "Graph", "Neural", "nets", "weights", "𝒜", "in", "C++"], words);
    }

    [Fact]
    public void Any_text_is_accepted_and_offsets_stay_inside_it()
    {
        char[] odd = ['\uD800', '\uDC00', '\u0301', '\u00AD', '\'', '-', '\\', '$', '#', '+', '.', 'β', '深', '\n', '\0', '\uFFFF', 'ﷺ', 'İ', 'ẞ', ' ', 'a', 'Z', '7'];
        var text = Gen.OneOf(Gen.String, Gen.Int[0, odd.Length - 1].Select(i => odd[i]).Array[0, 60].Select(chars => new string(chars)), Gen.Char.Array[0, 60].Select(chars => new string(chars)));
        text.ForAll(
            value =>
            {
                var analyzer = new Analyzer();
                foreach (var kind in new[] { AnalysisKind.English, AnalysisKind.Names })
                {
                    var terms = new List<Term>();
                    analyzer.Analyze(value, kind, forIndex: true, terms);
                    Assert.All(terms, term => Assert.True(term.Start >= 0 && term.Length > 0 && term.Start + term.Length <= value.Length && term.Value.Length > 0));
                }
            },
            iter: 3000);
    }

    [Fact]
    public void A_megabyte_without_a_blank_is_one_short_term()
    {
        var term = Assert.Single(SearchIndex.Analyze(new string('a', 1 << 20)));
        Assert.Equal(1 << 20, term.Length);
        Assert.True(term.Value.Length <= 64);
    }

    private static string Words(string text) => string.Join(' ', SearchIndex.Analyze(text).Where(term => term.Kind == TermKind.Word).Select(term => term.Value));
}
