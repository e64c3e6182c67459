using Xunit;

namespace Winnow.Tests.Sources.SearchPages;

public sealed class SearchPageFormatTests
{
    private static readonly string Abstract = $"We {new string('x', 600)}.";

    [Fact]
    public void A_line_out_of_turn_is_told_and_the_turn_is_found_again()
    {
        var result = Reading.Of($"Get trending papers in your email inbox!\nSubscribeOne\n{Abstract}\n{Abstract}\nTwo\nThree\n{Abstract}\nFour\n");

        Assert.Equal(["One", "Three"], result.Records.Select(record => record.Fields.Title));
        Assert.Equal(
            ["An abstract stands here without its title before it.", "The title stands here without its abstract after it.", "The title stands here without its abstract after it."],
            result.Reasons);
    }

    [Fact]
    public void Banner_byline_and_day_are_no_papers() =>
        Assert.Equal("One", Reading.Of($"new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nbyAK and the research community\n\nMar 11\n\nOne\n\n{Abstract}\n").Only.Fields.Title);
}
