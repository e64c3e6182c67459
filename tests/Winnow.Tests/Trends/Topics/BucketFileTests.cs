using Winnow.Trends.Topics;
using Winnow.Trends.Topics.Counting;
using Winnow.Trends.Topics.Files;
using Xunit;

namespace Winnow.Tests.Trends.Topics;

public sealed class BucketFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("winnow-topics-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_bucket_is_read_as_it_was_written()
    {
        var bucket = Bucket();
        var path = Path.Combine(_folder, "bucket");
        BucketFile.Write(path, bucket);
        var read = BucketFile.Read(path);
        Assert.Equal((bucket.Window, bucket.Papers), (read.Window, read.Papers));
        Assert.Equal(bucket.Categories, read.Categories);
        Assert.True(Enumerable.Range(0, bucket.Sketch.Length).All(place => bucket.Sketch[place] == read.Sketch[place]));
        foreach (var candidate in bucket.Heap.All.Where(candidate => candidate.Count > 1))
        {
            Assert.True(read.Heap.TryGet(candidate.Hash, out var same));
            Assert.Equal((candidate.Key, candidate.Surface, candidate.Count, candidate.Named), (same.Key, same.Surface, same.Count, same.Named));
            Assert.Equal(candidate.Papers, same.Papers);
            Assert.Equal(candidate.Categories, same.Categories);
        }
    }

    [Fact]
    public void A_torn_or_altered_file_is_refused_by_name()
    {
        var path = Path.Combine(_folder, "2024-06.3");
        BucketFile.Write(path, Bucket());
        var bytes = File.ReadAllBytes(path);
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var altered = random.Next(2) == 0 ? bytes[..random.Next(bytes.Length)] : [.. bytes];
            if (altered.Length == bytes.Length)
            {
                altered[random.Next(altered.Length)] ^= (byte)(1 + random.Next(255));
            }

            File.WriteAllBytes(path, altered);
            Assert.Contains("2024-06.3", Assert.Throws<TopicsDamagedException>(() => BucketFile.Read(path)).Message, StringComparison.Ordinal);
        }
    }

    private static TopicBucket Bucket()
    {
        var bucket = new TopicBucket(TopicWindow.Of(TopicSpan.Month, new DateOnly(2024, 6, 1)));
        var phrases = new PaperPhrases();
        foreach (var paper in TopicFixture.Month(2024, 6, 40, i => $"See Zorblat-{i % 3}.", "cs.CL"))
        {
            phrases.Read(paper);
            bucket.Add(phrases, 1);
        }

        return bucket;
    }
}
