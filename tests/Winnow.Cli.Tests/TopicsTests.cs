using System.Text;
using System.Text.Json;
using Xunit;

namespace Winnow.Cli.Tests;

public sealed class TopicsTests : IDisposable
{
    private readonly WinnowExecutable _winnow = new();

    public void Dispose() => _winnow.Dispose();

    [Fact]
    public void A_planted_topic_is_listed_told_and_found_by_name()
    {
        Plant();
        var topic = Assert.Single(_winnow.Run("topics", "--json", "--month", "2024-04").Ended(0).Objects);
        Assert.Equal("Zorblat-R1", topic.GetProperty("name").GetString());
        Assert.Equal((1, 12, 60), (topic.GetProperty("rank").GetInt32(), topic.GetProperty("papers").GetInt32(), topic.GetProperty("of").GetInt32()));
        Assert.Equal([0, 0, 0, 12], topic.GetProperty("curve").EnumerateArray().Select(point => point.GetProperty("papers").GetInt32()));
        _winnow.Run("show", topic.GetProperty("examples")[0].GetString()!).Ended(0);
        Assert.NotEmpty(_winnow.Run("search", topic.GetProperty("query").GetString()!).Ended(0).Output);
        Assert.Contains("12 of 60 papers of 2024-04", _winnow.Run("topics").Ended(0).Output, StringComparison.Ordinal);
        Assert.Contains("12 of 60 papers of 2024-04", _winnow.Run("topics", "zorblat", "r1").Ended(0).Output, StringComparison.Ordinal);
        Assert.Equal("2024-W17", _winnow.Run("topics", "--json", "--week", "2024-W17", "zorblat-r1").Ended(0).Objects[0].GetProperty("window").GetString());
    }

    [Fact]
    public void What_is_not_there_ends_with_1_and_a_sentence()
    {
        Plant();
        Assert.Contains("The library has no papers of 2031-01.", _winnow.Run("topics", "--month", "2031-01").Ended(1).Error, StringComparison.Ordinal);
        Assert.Contains("or they are more than 60 weeks before its newest", _winnow.Run("topics", "--week", "1999-W01").Ended(1).Error, StringComparison.Ordinal);
        Assert.Contains("No dated paper in the library has the phrase never written.", _winnow.Run("topics", "never", "written").Ended(1).Error, StringComparison.Ordinal);
        Assert.Contains("Nothing of 2024-03 rose", _winnow.Run("topics", "--month", "2024-03").Ended(1).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--month", "2025-13")]
    [InlineData("--week", "2025-02")]
    [InlineData("--window", "year")]
    [InlineData("--limit", "0")]
    public void A_window_that_is_none_is_refused(string option, string value) => Assert.Contains(option, _winnow.Run("topics", option, value).Ended(2).Error, StringComparison.Ordinal);

    private void Plant()
    {
        var lines = new StringBuilder();
        for (var i = 0; i < 240; i++)
        {
            var (month, number) = (1 + (i / 60), i % 60);
            var planted = month == 4 && number % 5 == 0 ? "It follows Zorblat-R1 closely." : "";
            lines.AppendLine(JsonSerializer.Serialize(new
            {
                id = $"t/{i}",
                title = $"On thing {i} and its relatives",
                @abstract = $"A speech codec meets graph kernel {PaperLines.WordOf(i)}. {planted}",
                published = FormattableString.Invariant($"2024-{month:00}-{1 + (number % 28):00}"),
            }));
        }

        _winnow.Write("t.jsonl", lines.ToString());
        _winnow.Run("import", "t.jsonl").Ended(0);
    }
}
