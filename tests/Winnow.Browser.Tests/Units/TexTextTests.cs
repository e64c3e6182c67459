using System.Text.Encodings.Web;
using Winnow.Search;
using Winnow.Web.Typesetting;
using Xunit;

namespace Winnow.Browser.Tests.Units;

public sealed class TexTextTests
{
    [Fact]
    public void Marks_and_maths_stand_in_their_own_elements() =>
        Assert.Equal("a <mark>b</mark> <span class=\"math\">$x&lt;y$</span> <mark>c</mark>", Write("a b $x<y$ c", (2, 1), (10, 1)));

    [Fact]
    public void A_mark_inside_maths_is_dropped_because_half_a_formula_cannot_be_set() =>
        Assert.Equal("<span class=\"math\">$xy$</span> x", Write("$xy$ x", (1, 1)));

    [Fact]
    public void Marked_text_is_escaped_like_the_rest() =>
        Assert.Equal("&lt;i&gt;<mark>&amp;</mark>", Write("<i>&", (3, 1)));

    private static string Write(string text, params (int, int)[] marks)
    {
        using var writer = new StringWriter();
        new TexText(new HighlightedText(text, marks)).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
