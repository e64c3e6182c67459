using System.Text;
using CsCheck;
using Winnow.Papers.Text;
using Winnow.Properties;
using Xunit;

namespace Winnow.Tests.Papers.Text;

public sealed class TextCleaningTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\r\n ", "")]
    [InlineData("\u200B\u202E", "")]
    [InlineData("Deep\u202Egnin\u202Crael", "Deepgninrael")]
    [InlineData("\u2066Learning\u2069 \u061Cto\u200E \u200Frank", "Learning to rank")]
    [InlineData("zero\u200Bwidth\uFEFF soft\u00ADhyphen \u2060joiner", "zerowidth softhyphen joiner")]
    [InlineData("bell\u0007 escape\u001B[31m null\0 delete\u007F", "bell escape[31m null delete")]
    [InlineData("tags \U000E0041\U000E0042 hide", "tags hide")]
    [InlineData("whole \uD83D\uDE00 pair", "whole \uD83D\uDE00 pair")]
    [InlineData("not a character\uFFFE here\uFDD0", "not a character here")]
    [InlineData("Erdo\u030Bs", "Erdős")]
    [InlineData("e\u200B\u0301", "é")]
    [InlineData("  two  \u00A0 lines\r\n  of title ", "two lines of title")]
    [InlineData("one\n\ntwo", "one two")]
    public void A_line_keeps_what_can_be_seen_in_its_composed_form(string text, string expected) =>
        Assert.Equal(expected, TextCleaning.CleanLine(text));

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character()
    {
        // Not inline data: an attribute is stored as UTF-8, which cannot hold half a pair.
        Assert.Equal("a \uFFFD b", TextCleaning.CleanLine("a \uD83D b"));
        Assert.Equal("a \uFFFD b", TextCleaning.CleanLine("a \uDE00 b"));
        Assert.Equal("\uFFFD", TextCleaning.CleanLine("\uD83D"));
    }

    [Theory]
    [InlineData("wrapped\nline", "wrapped line")]
    [InlineData("one\r\n \r\ntwo", "one\n\ntwo")]
    [InlineData("one\n\n\n\ntwo\n\n", "one\n\ntwo")]
    [InlineData("one\u2029two\u2028three", "one\n\ntwo three")]
    [InlineData("\n\none", "one")]
    public void A_text_keeps_its_paragraphs_apart_by_one_blank_line(string text, string expected) =>
        Assert.Equal(expected, TextCleaning.CleanText(text));

    [Theory]
    [InlineData("Attention Is All You Need")]
    [InlineData("Erdős–Rényi graphs, naïvely: β-VAE, 深層学習, 😀")]
    [InlineData("An $O(n \\log n)$ bound")]
    [InlineData("")]
    public void Clean_text_comes_back_as_the_same_instance(string text)
    {
        Assert.Same(text, TextCleaning.CleanLine(text));
        Assert.Same(text, TextCleaning.CleanText(text));
    }

    [Fact]
    public void A_clean_text_of_two_paragraphs_comes_back_as_the_same_instance()
    {
        const string text = "One.\n\nTwo.";
        Assert.Same(text, TextCleaning.CleanText(text));
    }

    [Theory]
    [InlineData("R&amp;D &lt;b&gt; &eacute; &#233; &#x200B;", TextMarkup.Html, "R&D <b> é é")]
    [InlineData("R\\&amp;D", TextMarkup.Html | TextMarkup.TeX, "R&D")]
    [InlineData("R&amp;D", TextMarkup.TeX, "R&amp;D")]
    [InlineData("Andr\\'e", TextMarkup.None, "Andr\\'e")]
    [InlineData("&#xD800; &#1114112; &bogus;", TextMarkup.Html, "&#xD800; &#1114112; &bogus;")]
    public void Markup_is_read_only_when_asked_for(string text, TextMarkup markup, string expected) =>
        Assert.Equal(expected, TextCleaning.CleanLine(text, markup));

    [Fact]
    public void Cleaning_never_throws_and_cleaning_twice_changes_nothing_more()
    {
        var pieces = Gen.OneOf(
            "\\", "{", "}", "$", "$$", "\\(", "\\)", "\\[", "\\]", "'", "`", "``", "''", "\"", "-", "--", "~", "\\'", "\\\"", "\\v", "\\c", "\\i", "\\o", "\\H", "\\emph{", "{\\em ",
            "\\textbf{", "\\url{", "\\href{a}{", "\\$", "\\%", "\\\\", "\\ ", "\\,", "\\-", "\\alpha", "{\\\"o}", "://", "\n", "\n\n", " ", "\u200B", "\u0301", "\uD800", "e", "s", "em", "5");
        var text = Gen.OneOf(pieces, pieces, pieces, Gen.String[0, 4]).List[0, 14].Select(string.Concat);
        text.ForAll(t =>
        {
            var line = TextCleaning.CleanLine(t);
            Assert.Equal(line, TextCleaning.CleanLine(line));
            Assert.True(line.IsNormalized(NormalizationForm.FormC));
            Assert.DoesNotContain(line, c => char.IsControl(c));

            var paragraphs = TextCleaning.CleanText(t);
            Assert.Equal(paragraphs, TextCleaning.CleanText(paragraphs));
        },
        iter: 30_000);
    }

    [Theory]
    [InlineData("\\")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("$")]
    [InlineData("\\(")]
    [InlineData("$$x")]
    [InlineData("\\href{")]
    [InlineData("{\\em ")]
    [InlineData("\\v ")]
    [InlineData("\\'{")]
    [InlineData("~")]
    [InlineData("-")]
    [InlineData("`")]
    [InlineData(" \n")]
    [InlineData("\u200B")]
    [InlineData("\u0301")]
    public void A_megabyte_of_one_hostile_piece_is_cleaned(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var clean = TextCleaning.CleanText(text);
        Assert.Equal(clean, TextCleaning.CleanText(clean));
    }
}
