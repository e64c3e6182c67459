using Xunit;

namespace Winnow.Tests.Sources.HuggingFace;

public sealed class HuggingFaceFormatTests
{
    [Fact]
    public void A_day_that_was_saved_as_Python_text_is_told_once()
    {
        var result = Reading.Of("""["{'paper': {'id': '2412.07730', 'title': \"x\"}}","{'paper': {}}"]""");

        Assert.Equal("huggingface", result.Format?.Name);
        Assert.Equal("The file was saved wrongly: 2 papers in it are Python text instead of JSON, and cannot be read.", Assert.Single(result.Reasons));
    }

    [Fact]
    public void A_day_of_papers_is_read_and_so_is_a_paper_alone()
    {
        const string Paper = """{"id":"2608.13210","title":"A title","summary":"Text","authors":[{"name":"Ada Bee","hidden":true}],"publishedAt":"2026-08-13T00:00:00.000Z","upvotes":1,"githubRepo":"https://github.com/a/b/tree/main","ai_keywords":["k"],"ai_summary":"Short","withdrawnAt":"2026-09-01"}""";

        var day = Reading.Of($$"""[{"paper":{{Paper}},"publishedAt":"2026-08-12T20:00:00.000Z","title":"Outer"}]""").Only;
        var alone = Reading.Of(Paper).Only;

        Assert.Equal(("huggingface", "2608.13210"), (day.Source, day.Key));
        Assert.Equal(Reading.Text(day.Fields), Reading.Text(alone.Fields));
        Assert.Equal(("Ada Bee", "https://github.com/a/b", new DateOnly(2026, 8, 13), true), (day.Fields.Authors[0].Name, day.Fields.Code, day.Fields.Published, day.Fields.Withdrawn));
    }
}
