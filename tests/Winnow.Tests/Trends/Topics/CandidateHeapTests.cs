using CsCheck;
using Winnow.Properties;
using Winnow.Tests.Search;
using Winnow.Trends.Topics.Counting;
using Xunit;

namespace Winnow.Tests.Trends.Topics;

public sealed class CandidateHeapTests
{
    [Fact]
    public void The_least_counted_one_is_on_top_whatever_is_done() =>
        Gen.Select(Gen.ULong[0, 30], Gen.Int[-2, 5]).Array[0, 200].ForAll(steps =>
        {
            var heap = new CandidateHeap(8);
            foreach (var (hash, change) in steps)
            {
                if (heap.TryGet(hash, out var known))
                {
                    heap.Recount(known, known.Count + change);
                }
                else if (change > heap.Floor)
                {
                    heap.Enter(new Candidate { Hash = hash, Key = $"{hash}", Count = change });
                }

                Assert.True(heap.All.Count <= 8);
                Assert.Equal(heap.All.Count < 8 ? 0 : heap.All.Min(candidate => candidate.Count), heap.Floor);
                Assert.All(heap.All, candidate => Assert.True(heap.TryGet(candidate.Hash, out var found) && found == candidate));
            }
        });

    [Fact]
    public void The_spelling_that_most_papers_use_is_shown()
    {
        var candidate = new Candidate { Hash = 1, Key = "deepseek r1" };
        var paper = new PaperPhrases();
        foreach (var surface in new[] { "Deepseek-R1", "DeepSeek-R1", "DeepSeek R1", "DeepSeek-R1", "deepseek-r1", "DeepSeek-R1", "DeepSeek-R1" })
        {
            paper.Read(SomePapers.Paper("x", $"With {surface} it is."));
            candidate.See(paper, Enumerable.Range(0, paper.Count).Single(i => paper.Key(i) == "deepseek r1"), 0, 1);
        }

        Assert.Equal("DeepSeek-R1", candidate.Surface);
    }
}
