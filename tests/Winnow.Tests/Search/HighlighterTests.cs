using CsCheck;
using Winnow.Papers.Text;
using Winnow.Properties;
using Winnow.Search;
using Winnow.Search.Highlighting;
using Xunit;

namespace Winnow.Tests.Search;

public sealed class HighlighterTests
{
    private static readonly Gen<string> Prose = Gen.Int[0, 9].Select(i => new[]
    {
        "speech ", "network ", "We show. ", "Ünïcode ", "$x^2 + y$ ", "$5 ", "\uD83D\uDE00", "漢字漢字漢字漢字漢字漢字", "e.g. ", "supercalifragilistic ",
    }[i]).Array[0, 120].Select(string.Concat);

    [Fact]
    public async Task Other_forms_of_a_word_are_marked_as_the_index_finds_them()
    {
        using var fixture = await SearchFixture.IndexedAsync(SomePapers.Paper("Recognising SPEECH with Networks", "A naïve net recognises speech."));

        var hit = (await fixture.AskAsync("speech network recognise naive")).Hits[0];

        Assert.Equal(["Recognising", "SPEECH", "Networks"], Marked(hit.Title));
        Assert.Equal(["naïve", "recognises", "speech"], Marked(hit.Snippet!));
    }

    [Fact]
    public void Nothing_is_marked_inside_a_formula()
    {
        var highlighter = new Highlighter(new HashSet<string> { "speech" });

        Assert.Equal(["speech"], Marked(highlighter.Whole("speech in $speech$")));
    }

    [Fact]
    public void The_snippet_is_the_passage_with_most_of_the_words()
    {
        var filler = string.Join(' ', Enumerable.Repeat("Nothing to see in this sentence.", 20));
        var snippet = new Highlighter(new HashSet<string> { "speech", "diffus" }).Snippet($"Speech. {filler} Diffusion makes speech. {filler}");

        Assert.StartsWith("… Diffusion makes speech.", snippet.Text, StringComparison.Ordinal);
        Assert.EndsWith("sentence. …", snippet.Text, StringComparison.Ordinal);
        Assert.Equal(["Diffusion", "speech"], Marked(snippet));
    }

    [Fact]
    public void A_short_abstract_is_shown_whole() => Assert.Equal("Short.", new Highlighter(new HashSet<string>()).Snippet("Short.").Text);

    [Fact]
    public void A_snippet_is_cut_between_words_and_marks_lie_inside_it() => Prose.ForAll(text =>
    {
        var snippet = new Highlighter(new HashSet<string> { "speech", "network" }).Snippet(text);
        var inner = snippet.Text;
        inner = inner.StartsWith("… ", StringComparison.Ordinal) ? inner[2..] : inner;
        inner = inner.EndsWith(" …", StringComparison.Ordinal) ? inner[..^2] : inner;
        var at = text.IndexOf(inner, StringComparison.Ordinal);
        var end = at + inner.Length;
        var whole = TexMaths.Find(text).All(formula => formula.End.Value <= at || formula.Start.Value >= end || (formula.Start.Value >= at && formula.End.Value <= end));
        var previousEnd = 0;
        foreach (var (start, length) in snippet.Marks)
        {
            if (start < previousEnd || !snippet.Text.Substring(start, length).ToLowerInvariant().StartsWith(length > 6 ? "network" : "speech", StringComparison.Ordinal))
            {
                return false;
            }

            previousEnd = start + length;
        }

        return at >= 0 && inner.Length <= 320 && (whole || text.IndexOf(inner, at + 1, StringComparison.Ordinal) >= 0)
            && (inner.Length == 0 || (!char.IsLowSurrogate(inner[0]) && !char.IsHighSurrogate(inner[^1])));
    });

    private static string[] Marked(HighlightedText text) => [.. text.Marks.Select(mark => text.Text.Substring(mark.Start, mark.Length))];
}
