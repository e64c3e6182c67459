using Winnow.Papers.Merging;
using Winnow.Tests.Sources;
using Xunit;

namespace Winnow.Tests.Papers.Merging;

public sealed class RealDuplicatesTests
{
    /// <summary>The pack says that the sample holds at least twenty pairs.</summary>
    private const int KnownPairs = 20;

    [Fact]
    public void The_sample_of_five_hundred_real_records_has_its_pairs_joined_and_nothing_else()
    {
        var file = Path.Combine(DataPack.Require(), "papers", "sample-500.jsonl");
        var records = Reading.Of(File.OpenRead(file), file).Records;

        var papers = PaperComponents.Of([.. records.Select(record => (record.Id, RecordIdentity.Of(record.Fields)))]).ToList();

        var byId = records.ToDictionary(record => record.Id, record => record.Fields);
        var joined = papers.Where(paper => paper.Count > 1).ToList();
        Assert.True(joined.Count >= KnownPairs, $"{joined.Count} papers have several records.");
        Assert.All(joined, paper => Assert.Single(paper.Select(id => FoldedTitle.Of(byId[id].Title).Text).Distinct()));
        Assert.Empty(papers.GroupBy(paper => FoldedTitle.Of(byId[paper[0]].Title).Text).Where(title => title.Count() > 1).Select(title => title.Key));
    }
}
