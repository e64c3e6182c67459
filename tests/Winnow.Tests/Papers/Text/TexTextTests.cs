using CsCheck;
using Winnow.Papers.Text;
using Winnow.Properties;
using Xunit;

namespace Winnow.Tests.Papers.Text;

public sealed class TexTextTests
{
    [Theory]
    [InlineData("\\")]
    [InlineData("\\'")]
    [InlineData("\\v")]
    [InlineData("C:\\users")]
    [InlineData("\\unknown{x} \\alpha")]
    [InlineData("use --help")]
    [InlineData("about ~10, (~5x), 10~20, /~name")]
    [InlineData("----------")]
    [InlineData("3'' screens and ```code```")]
    [InlineData("see https://x.org/~a--b")]
    [InlineData("{BERT} and {x, y}")]
    [InlineData("\\u00e9 \\d+ \\r x")]
    public void What_is_not_a_known_construct_stays(string text) => Assert.Same(text, TexText.ToUnicode(text));

    [Theory]
    [InlineData("Andr\\'e Andr\\'{e} Andr{\\'e} Andr{\\'{e}}", "André André André André")]
    [InlineData("G{\\\"o}del, Schr\\\"odinger, na\\\"{\\i}ve, na{\\\"\\i}ve", "Gödel, Schrödinger, naïve, naïve")]
    [InlineData("Ho\\v{c}evar, Dvo\\v r\\'ak, Fran\\c{c}ois, Erd\\H{o}s, Erd{\\H o}s", "Hočevar, Dvořák, François, Erdős, Erdős")]
    [InlineData("S\\o ren, S{\\o}ren, S\\o{}ren, {\\O}stergaard", "Søren, Søren, Søren, Østergaard")]
    [InlineData("\\L{}ukasz Ka{\\l}u\\.{z}a, Wei\\ss, \\AA rhus, {\\AE}sir", "Łukasz Kałuża, Weiß, Århus, Æsir")]
    [InlineData("Nguy\\~{\\^e}n, \\k{a}, \\d{s}, \\u{g}, \\r{u}, \\=a, \\^{\\i}", "Nguyễn, ą, ṣ, ğ, ů, ā, î")]
    public void Accents_and_letters_become_Unicode(string text, string expected) => Assert.Equal(expected, TexText.ToUnicode(text));

    [Theory]
    [InlineData("\\emph{very} \\textbf{bold \\textit{nested}} {\\em old} {\\bf{}x}", "very bold nested old {}x")]
    [InlineData("code at \\url{https://a.org/~x--y_z} and \\href{https://b.org}{here}", "code at https://a.org/~x--y_z and here")]
    [InlineData("\\emph{the set {a, b} of} things", "the set {a, b} of things")]
    [InlineData("95\\% of R\\&D, a\\_b, \\#1, \\{x\\}", "95% of R&D, a_b, #1, {x}")]
    [InlineData("Fig.~1 by Smith et~al.~(2020)", "Fig. 1 by Smith et al. (2020)")]
    [InlineData("pages 1--10 --- or so --- of Bures--Wasserstein", "pages 1–10 — or so — of Bures–Wasserstein")]
    [InlineData("``quoted'' words and one more ``pair\" and \"another\"", "“quoted” words and one more “pair” and \"another\"")]
    [InlineData("\\texttt{en}\\rightarrow\\texttt{de}", "en\\rightarrow de")]
    [InlineData("the model\\'s own \\\"tokens\\\"", "the model's own \"tokens\"")]
    [InlineData("a\\ b\\,c\\\\d", "a b c d")]
    public void Text_macros_ties_dashes_and_quotes_become_what_they_print(string text, string expected) => Assert.Equal(expected, TexText.ToUnicode(text));

    [Theory]
    [InlineData("$\\emph{x}~--~\\'e$")]
    [InlineData("$$a \\% b$$")]
    [InlineData("\\(\\textbf{x}\\)")]
    [InlineData("\\[ ``x'' \\]")]
    [InlineData("$\\$5$")]
    public void Formulas_are_kept_byte_for_byte(string formula) =>
        Assert.Equal($"é {formula} – {formula}", TexText.ToUnicode($"\\'e {formula} -- {formula}"));

    [Theory]
    [InlineData("between \\$5 and \\$10 -- cheap", "between $5 and $10 – cheap")]
    [InlineData("\\$5 for $\\emph{x}$ -- cheap", "\\$5 for $\\emph{x}$ – cheap")]
    [InlineData("from $5 to $10 -- \\emph{cheap}", "from $5 to $10 – cheap")]
    public void An_escaped_dollar_sign_never_opens_a_formula(string text, string expected) => Assert.Equal(expected, TextCleaning.CleanLine(text));

    [Theory]
    [InlineData("{BERT}: Pre-training of {D}eep", "BERT: Pre-training of Deep")]
    [InlineData("an $O(n^{2})$ {bound} \\{x\\}", "an $O(n^{2})$ bound \\{x\\}")]
    public void Protecting_braces_go_but_those_of_formulas_stay(string text, string expected) => Assert.Equal(expected, TexText.WithoutGroups(text));

    [Theory]
    [InlineData("no maths, $5 and $10, US$ 5 and US$ 10", "")]
    [InlineData("unclosed $x", "")]
    [InlineData("\\$x\\$", "")]
    [InlineData("$ $", "$ $")]
    [InlineData("a $x$ b $$y$$ c \\(z\\) d \\[w\\]", "$x$|$$y$$|\\(z\\)|\\[w\\]")]
    [InlineData("$3$-approximation, $1.6\\times$/$1.9$ faster", "$3$|$1.6\\times$|$1.9$")]
    [InlineData("$a\\$b$ end", "$a\\$b$")]
    public void Formulas_are_told_from_prices(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', TexMaths.Find(text).Select(range => text[range])));

    [Fact]
    public void Formulas_found_in_any_text_lie_in_order_inside_it() =>
        Gen.OneOf(Gen.OneOf("$", "$$", "\\(", "\\)", "\\[", "\\]", "\\", "5", " ", "\n\n"), Gen.String[0, 3]).List[0, 20].Select(string.Concat).ForAll(text =>
        {
            var from = 0;
            foreach (var range in TexMaths.Find(text))
            {
                var (start, length) = range.GetOffsetAndLength(text.Length);
                Assert.True(start >= from && length > 2);
                from = start + length;
            }
        },
        iter: 10_000);
}
