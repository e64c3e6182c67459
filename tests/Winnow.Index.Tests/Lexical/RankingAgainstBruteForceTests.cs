using Xunit;

namespace Winnow.Index.Tests.Lexical;

/// <summary>Whatever is added, replaced and deleted in whatever commits and merges: the index answers as a scan over all documents would.</summary>
public sealed class RankingAgainstBruteForceTests
{
    private static readonly string[] Queries = ["graph neural model", "the of", "tensor tensor query index corpus dialog the graph", "cluster", "xylophone", "Turing graph"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Same_documents_with_the_same_scores_after_any_history(int seed)
    {
        using var folder = new TempFolder();
        var twin = RandomHistory(new Random(seed), folder);
        using var index = SearchIndex.Open(folder);
        Assert.Empty(index.Check());
        foreach (var query in Queries)
        {
            var expected = twin.Rank(query);
            var all = index.Search(new WordsQuery(query), new SearchOptions { Limit = 10_000 });
            AssertSameRanking(expected, all.Hits);
            AssertSameRanking(expected.Take(7), index.Search(new WordsQuery(query), new SearchOptions { Limit = 7 }).Hits);
            AssertSameRanking(expected.Skip(5).Take(10), index.Search(new WordsQuery(query), new SearchOptions { Offset = 5 }).Hits);
            var matching = twin.Match(query).Select(document => document.Id).ToHashSet();
            Assert.Equal(matching.Count, all.Matches);
            Assert.All(all.Hits, hit => Assert.Equal(matching.Contains(hit.Id), hit.Matches));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Filters_counts_and_sorting_equal_a_scan(int seed)
    {
        using var folder = new TempFolder();
        var twin = RandomHistory(new Random(seed), folder);
        using var index = SearchIndex.Open(folder);
        bool InYears(IndexDocument document) => document.Numbers.TryGetValue("year", out var year) && year is >= 2016 and <= 2020;
        bool AtVenue(IndexDocument document) => document.Keywords["venue"].Any(venue => venue is "venue1" or "venue2");
        var options = new SearchOptions
        {
            Limit = 10_000,
            Filters = [new NumberFilter("year", 2016, 2020), new KeywordFilter("venue", ["venue1", "venue2"])],
            Facets = [new FacetRequest("year"), new FacetRequest("venue"), new FacetRequest("category")],
        };
        foreach (var query in Queries)
        {
            var found = index.Search(new WordsQuery(query), options);
            AssertSameRanking(twin.Rank(query, document => InYears(document) && AtVenue(document)), found.Hits);
            AssertSameScores(index, query, options, found.Hits);
            var matches = twin.Match(query, document => InYears(document) && AtVenue(document));
            Assert.Equal(matches.Count, found.Matches);
            Assert.Equal(Count(twin.Match(query, AtVenue), document => document.Numbers.Values.Select(year => $"{year}")), Counts(found.Facets["year"]));
            Assert.Equal(Count(twin.Match(query, InYears), document => document.Keywords["venue"].Distinct()), Counts(found.Facets["venue"]));
            Assert.Equal(Count(matches, document => document.Keywords["category"].Distinct()), Counts(found.Facets["category"]));
            var newest = index.Search(new WordsQuery(query), options with { Sort = new NumberSort("year") }).Hits.Select(hit => hit.Id);
            Assert.Equal(matches.OrderByDescending(document => document.Numbers["year"]).ThenBy(document => document.Id).Select(document => document.Id), newest);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_rebuild_in_another_order_ranks_and_scores_to_the_last_bit_alike(int seed)
    {
        using var folder = new TempFolder();
        using var rebuilt = new TempFolder();
        var history = new Dictionary<long, IndexDocument>();
        RandomHistory(new Random(seed), folder, history);
        using (var writer = IndexWriter.Open(rebuilt, Corpus.Schema))
        {
            foreach (var document in history.Values.OrderBy(document => unchecked(document.Id * 7919) % 101))
            {
                writer.Add(document);
            }

            writer.Commit(1);
        }

        using var one = SearchIndex.Open(folder);
        using var two = SearchIndex.Open(rebuilt);
        foreach (var query in Queries)
        {
            var options = new SearchOptions { Limit = 25 };
            Assert.Equal(one.Search(new WordsQuery(query), options).Hits, two.Search(new WordsQuery(query), options).Hits);
        }
    }

    [Fact]
    [Trait("Kind", "Kernel")]
    public void Pruning_over_many_windows_loses_nothing()
    {
        using var folder = new TempFolder();
        var random = new Random(5);
        using (var writer = IndexWriter.Open(folder, Corpus.Schema))
        {
            for (var id = 1; id <= 12_000; id++)
            {
                writer.Add(Corpus.Document(random, id));
            }

            writer.Commit(1);
        }

        using var index = SearchIndex.Open(folder);
        foreach (var query in Queries)
        {
            // With room for every document nothing can be pruned.
            var unpruned = index.Search(new WordsQuery(query), new SearchOptions { Limit = 12_000 }).Hits;
            Assert.Equal(unpruned.Take(20), index.Search(new WordsQuery(query), new SearchOptions { Limit = 20 }).Hits);
        }
    }

    private static BruteForce RandomHistory(Random random, string folder, Dictionary<long, IndexDocument>? live = null)
    {
        var twin = new BruteForce(Corpus.Schema);
        var options = new IndexWriterOptions { BufferedOccurrences = random.Next(200, 6000), MergeFactor = random.Next(2, 5) };
        var writer = IndexWriter.Open(folder, Corpus.Schema, options);
        for (var step = 0; step < 260; step++)
        {
            var id = random.Next(1, 150);
            if (random.Next(5) == 0)
            {
                writer.Delete(id);
                twin.Delete(id);
                live?.Remove(id);
            }
            else
            {
                var document = Corpus.Document(random, id);
                writer.Add(document);
                twin.Add(document);
                live?.Remove(id);
                live?.Add(id, document);
            }

            if (random.Next(25) == 0)
            {
                writer.Commit(step);
            }

            if (random.Next(80) == 0)
            {
                writer.Commit(step);
                writer.Dispose();
                writer = IndexWriter.Open(folder, Corpus.Schema, options);
            }
        }

        writer.Commit(1000);
        writer.Dispose();
        return twin;
    }

    /// <summary>Documents that another index may have found score as in the search, in whatever order they are asked for; those that a filter keeps out score nothing.</summary>
    private static void AssertSameScores(SearchIndex index, string query, SearchOptions options, IReadOnlyList<Hit> found)
    {
        using var admitted = index.Admitted(new WordsQuery(query), options.Filters)!;
        var scores = found.ToDictionary(hit => hit.Id, hit => hit.Score);
        long[] ids = [.. index.Search(new WordsQuery(query), new SearchOptions { Limit = 10_000 }).Hits.Select(hit => hit.Id).Reverse(), long.MaxValue];
        Assert.Equal(ids.Select(id => scores.GetValueOrDefault(id)), admitted.Scores(ids));
    }

    private static void AssertSameRanking(IEnumerable<(long Id, double Score)> expected, IReadOnlyList<Hit> found)
    {
        var list = expected.ToList();
        Assert.Equal(list.Count, found.Count);
        for (var i = 0; i < list.Count; i++)
        {
            Assert.Equal(list[i].Score, found[i].Score, 1e-4);
            // Documents whose scores differ by less than single precision holds may stand in either order.
            Assert.True(list[i].Id == found[i].Id || list.Any(hit => hit.Id == found[i].Id && Math.Abs(hit.Score - list[i].Score) < 1e-4));
        }
    }

    private static SortedDictionary<string, long> Count(IEnumerable<IndexDocument> documents, Func<IndexDocument, IEnumerable<string>> values) =>
        new(documents.SelectMany(values).GroupBy(value => value).ToDictionary(group => group.Key, group => group.LongCount()), StringComparer.Ordinal);

    private static SortedDictionary<string, long> Counts(IReadOnlyList<FacetValue> values) =>
        new(values.ToDictionary(value => value.Value, value => value.Count), StringComparer.Ordinal);
}
