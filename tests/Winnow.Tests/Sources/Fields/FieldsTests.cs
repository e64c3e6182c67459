using Winnow.Sources.Fields;
using Xunit;

namespace Winnow.Tests.Sources.Fields;

public sealed class FieldsTests
{
    [Theory]
    [InlineData("2024-05-27", "2024-05-27")]
    [InlineData("2024-05-27T17:34:15.000Z", "2024-05-27")]
    [InlineData("2005/07/15", "2005-07-15")]
    [InlineData("Tue, 03 Sep 2019 14:03:55 GMT", "2019-09-03")]
    [InlineData("Mon, 2 Apr 2007 19:18:42 GMT", "2007-04-02")]
    [InlineData("Wed, 20 Aug 2025 00:00:00 -0400", "2025-08-20")]
    [InlineData("2024-13-01", null)]
    [InlineData("2024-02-30", null)]
    [InlineData("0999-01-01", null)]
    [InlineData("2024", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_day_is_the_one_that_is_written_or_none(string? text, string? expected) =>
        Assert.Equal(expected, PublicationDate.Day(text)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2016/12//", 2016)]
    [InlineData("June 2019", 2019)]
    [InlineData("99", null)]
    [InlineData("20160101", null)]
    [InlineData("in press, 2101", null)]
    public void A_year_has_four_digits_and_is_sane(string text, int? expected) => Assert.Equal(expected, PublicationDate.Year(text));

    [Theory]
    [InlineData("Code at https://github.com/a/b.", "https://github.com/a/b")]
    [InlineData("(www.github.com/a/b-c_d.git)", "https://github.com/a/b-c_d")]
    [InlineData("https://github.com/he-h/rhythm/tree/main and more", "https://github.com/he-h/rhythm")]
    [InlineData("see github.com/a first, then gitlab.com/x/y", "https://gitlab.com/x/y")]
    [InlineData("https://github.com/", null)]
    [InlineData("a.github.io/b", null)]
    [InlineData(null, null)]
    public void The_first_repository_in_a_text_is_its_code(string? text, string? expected) => Assert.Equal(expected, CodeLink.Find(text));

    [Theory]
    [InlineData("<jats:title>Abstract</jats:title><jats:p>One <jats:italic>two</jats:italic>.</jats:p><jats:p>Three</jats:p>", "One two.\n\nThree")]
    [InlineData("p &lt; 0.05 and a < b", "p < 0.05 and a < b")]
    [InlineData("<p>x<script>alert(1)</script>y</p>", "xy")]
    [InlineData("<alternatives><tex-math>$x^2$</tex-math><mml:math><mml:mi>x</mml:mi></mml:math></alternatives>", "$x^2$")]
    [InlineData("H<sub>2</sub>O &amp; more<br/>next", "H2O & more\n\nnext")]
    [InlineData("<unclosed", "<unclosed")]
    [InlineData("<b><!-- a > b -->x</b>", "x")]
    public void Markup_leaves_its_text(string markup, string expected) => Assert.Equal(expected, RecordText.Prose(MarkupText.Of(markup)));

    [Theory]
    [InlineData("Lovelace, Ada", "Ada Lovelace")]
    [InlineData("King, Martin Luther, Jr.", "Martin Luther King Jr.")]
    [InlineData("King, Jr., Martin Luther", "Martin Luther King Jr.")]
    [InlineData("Sammy Davis, Jr.", "Sammy Davis Jr.")]
    [InlineData("Plato", "Plato")]
    [InlineData("a, b, c, d", "a, b, c, d")]
    [InlineData(",", ",")]
    public void Names_are_given_first(string name, string expected) => Assert.Equal(expected, AuthorNames.GivenFirst(name));

    [Theory]
    [InlineData("A. Bee, C. Dee and E. Eff", "A. Bee|C. Dee|E. Eff")]
    [InlineData("A. Bee (1), C. Dee (2) ((1) Somewhere, (2) Elsewhere (too))", "A. Bee|C. Dee")]
    [InlineData("A. Bee, Jr., C. Dee", "A. Bee Jr.|C. Dee")]
    [InlineData("Anand Sand, Andy", "Anand Sand|Andy")]
    [InlineData("", "")]
    public void arXivs_lists_of_authors_are_parted(string text, string expected) => Assert.Equal(expected, string.Join('|', AuthorNames.CommaList(text)));
}
