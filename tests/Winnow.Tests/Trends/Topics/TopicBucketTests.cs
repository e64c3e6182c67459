using Winnow.Papers;
using Winnow.Tests.Search;
using Winnow.Trends.Topics;
using Winnow.Trends.Topics.Counting;
using Xunit;

namespace Winnow.Tests.Trends.Topics;

public sealed class TopicBucketTests
{
    private static readonly TopicWindow Day = TopicWindow.Of(TopicSpan.Day, new DateOnly(2024, 6, 1));

    [Fact]
    public void What_has_a_name_is_in_no_sketch_and_both_together_are_what_was_counted()
    {
        // Ten times as many phrases as a day has names, so that names come and go.
        var (bucket, exact) = Counted(Papers(4000));
        var rest = new CountSketch(bucket.Sketch.Depth, bucket.Sketch.Width, bucket.Sketch.Seed);
        foreach (var (key, count) in exact)
        {
            rest.Add(key, count);
        }

        foreach (var candidate in bucket.Heap.All)
        {
            rest.Add(candidate.Hash, -candidate.Count);
        }

        Assert.Equal(bucket.Heap.Capacity, bucket.Heap.All.Count);
        Assert.All(Enumerable.Range(0, rest.Length), place => Assert.Equal(rest[place], bucket.Sketch[place]));
    }

    [Fact]
    public void What_is_everywhere_does_not_disturb_what_is_rare()
    {
        var (bucket, exact) = Counted(Papers(4000));
        var common = KeyHash.OfPhrase("large zorblat model");
        Assert.Equal(4000, bucket.CountOf(common));
        var left = exact.Select(entry => entry.Value - (bucket.Heap.TryGet(entry.Key, out var candidate) ? candidate.Count : 0)).ToList();
        var bound = SketchBound.OfAll(Math.Sqrt(left.Sum(count => (double)count * count) / bucket.Sketch.Width), left.Max(Math.Abs), exact.Count);
        Assert.All(exact.Where(entry => !bucket.Heap.TryGet(entry.Key, out _)), entry => Assert.InRange(bucket.Sketch.Estimate(entry.Key), entry.Value - bound, entry.Value + bound));
    }

    [Fact]
    public void All_that_is_taken_back_leaves_nothing()
    {
        var papers = Papers(50).ToList();
        var (bucket, _) = Counted(papers);
        var phrases = new PaperPhrases();
        foreach (var paper in papers)
        {
            phrases.Read(paper);
            bucket.Add(phrases, -1);
        }

        Assert.Equal(0, bucket.Papers);
        Assert.All(bucket.Heap.All, candidate => Assert.Equal(0, candidate.Count + bucket.Sketch.Estimate(candidate.Hash)));
    }

    private static IEnumerable<Paper> Papers(int count)
    {
        var random = new Random(7);
        return Enumerable.Range(0, count).Select(i => SomePapers.Paper(
            $"Of Quux{(int)(3000 * Math.Pow(random.NextDouble(), 3))} and Plugh{random.Next(5000)}", "It needs a large zorblat model.", i + 1));
    }

    private static (TopicBucket Bucket, Dictionary<ulong, int> Exact) Counted(IEnumerable<Paper> papers)
    {
        var bucket = new TopicBucket(Day);
        var exact = new Dictionary<ulong, int>();
        var phrases = new PaperPhrases();
        foreach (var paper in papers)
        {
            phrases.Read(paper);
            bucket.Add(phrases, 1);
            for (var i = 0; i < phrases.Count; i++)
            {
                exact[phrases.Hash(i)] = exact.GetValueOrDefault(phrases.Hash(i)) + 1;
            }
        }

        return (bucket, exact);
    }
}
