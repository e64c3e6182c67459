using System.Text.Json;
using Xunit;

namespace Winnow.Cli.Tests;

public sealed class TrendingTests : IDisposable
{
    private readonly WinnowExecutable _winnow = new();

    public void Dispose() => _winnow.Dispose();

    [Fact]
    public void A_library_without_signals_says_so_and_ends_with_1()
    {
        _winnow.Write("papers.jsonl", """{"id": "1", "title": "A title"}""" + "\n");
        _winnow.Run("import", "papers.jsonl").Ended(0);

        Assert.Contains("Nothing is trending", _winnow.Run("trending").Ended(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Papers_are_listed_by_what_people_did_with_reasons_that_add_up()
    {
        var now = TimeProvider.System.GetUtcNow();
        string Line(int number, int votes, string category) =>
            $$"""{"id": "{{number}}", "title": "Title {{number}}", "categories": ["{{category}}"], "arxiv": "2603.0000{{number}}", "upvotes": {{votes}}, "submitted_on_daily_at": "{{now.AddHours(-9):O}}", "snapshot_at": "{{now.AddHours(-1):O}}"}""";
        _winnow.Write("papers.jsonl", $"{Line(1, 5, "cs.CL")}\n{Line(2, 50, "cs.CV")}\n{Line(3, 20, "math.NA")}\n");
        _winnow.Write("votes.jsonl", $$"""{"arxiv": "2603.00001", "at": "{{now.AddMinutes(-5):O}}", "upvotes": 90}""" + "\n" + """{"arxiv": "2603.00009", "at": "2026-01-01T00:00:00Z", "upvotes": 1}""" + "\n");
        _winnow.Run("import", "papers.jsonl").Ended(0);
        Assert.Equal(["Title 2", "Title 3", "Title 1"], Titles("--json"));

        var import = JsonDocument.Parse(_winnow.Run("import", "--json", "votes.jsonl").Ended(0).Output).RootElement;
        Assert.Equal((1, 1), (import.GetProperty("updated").GetInt32(), import.GetProperty("rejected").GetInt32()));

        Assert.Equal(["Title 1", "Title 2", "Title 3"], Titles("--json"));
        Assert.Equal(["Title 1", "Title 2"], Titles("--json", "--category", "cs"));
        Assert.Equal(["Title 1"], Titles("--json", "--limit", "1", "--window", "week"));
        var best = JsonDocument.Parse(_winnow.Run("trending", "--json", "--explain", "--limit", "1").Ended(0).Output).RootElement;
        Assert.Equal("new", best.GetProperty("movement").GetString());
        Assert.Equal(best.GetProperty("score").GetDouble(), best.GetProperty("why").EnumerateArray().Sum(term => term.GetProperty("value").GetDouble()), 1);
        Assert.Contains("90 votes at Hugging Face", _winnow.Run("trending", "--explain").Ended(0).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--window", "year")]
    [InlineData("--limit", "0")]
    [InlineData("--limit", "many")]
    public void A_wrong_option_is_refused(string option, string value)
    {
        _winnow.Write("papers.jsonl", """{"id": "1", "title": "A title"}""" + "\n");
        _winnow.Run("import", "papers.jsonl").Ended(0);

        _winnow.Run("trending", option, value).Ended(2);
    }

    private List<string> Titles(params string[] options) =>
        [.. _winnow.Run(["trending", .. options]).Ended(0).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("title").GetString()!)];
}
