using Xunit;

namespace Winnow.Tests.Sources.MiniConf;

public sealed class MiniConfFormatTests
{
    [Fact]
    public void The_papers_of_a_conference_are_read_and_its_events_passed_over()
    {
        var record = Reading.Of("""
            {"events":{"e1":{"id":"e1","title":"Session","paper_ids":["7"]}},"papers":{"7":{"id":"7","title":"A title","authors":["Ada Bee"],"paper_type":"Main-Oral","track":"T","abstract":"",
            "anthology_url":"https://aclanthology.org/2023.emnlp-main.7"}},"plenaries":{"p":{"title":"Talk"}}}
            """).Only;

        Assert.Equal(("mini-conf", "Oral", "T"), (record.Source, record.Fields.Status, record.Fields.Track));
        Assert.Equal("acl:2023.emnlp-main.7", Assert.Single(record.Fields.Identifiers).ToString());
    }
}
