using Winnow.Papers;
using Winnow.Search;
using Winnow.Search.Indexing;
using Xunit;

namespace Winnow.Tests.Search;

/// <summary>Filters and counts against a plain loop over all papers.</summary>
public sealed class SearchFilterTests
{
    private static readonly SearchFilters[] SomeFilters =
    [
        new(),
        new() { FromYear = 2018, ToYear = 2021 },
        new() { ToYear = 2019, HasCode = true },
        new() { Venues = ["ACL", "COLING"] },
        new() { Sources = ["arxiv"], Categories = ["cs.CL", "stat.ML"] },
        new() { FromYear = 2017, Venues = ["NeurIPS"], Sources = ["acl", "openreview"], Categories = ["cs.CV"], HasCode = true },
    ];

    [Fact]
    public async Task Filters_let_through_what_a_plain_loop_does()
    {
        var papers = SomePapers.Random(300, seed: 8);
        using var fixture = await SearchFixture.IndexedAsync(papers);
        foreach (var filters in SomeFilters)
        {
            var response = await fixture.AskAsync(new SearchRequest { Text = "", Filters = filters, Limit = 1000 });
            var expected = papers.Where(paper => Passes(paper, filters)).Select(paper => paper.Id).Order().ToList();

            Assert.Equal(expected, response.Hits.Select(hit => hit.Paper.Id).Order());
            Assert.Equal(expected.Count, response.Matches);
        }
    }

    [Fact]
    public async Task Each_count_is_what_choosing_its_value_instead_would_give()
    {
        var papers = SomePapers.Random(300, seed: 9);
        using var fixture = await SearchFixture.IndexedAsync(papers);
        foreach (var filters in SomeFilters)
        {
            var facets = (await fixture.AskAsync(new SearchRequest { Text = "", Filters = filters, WithFacets = true })).Facets!;

            Assert.Equal(
                Counts<int>(papers, filters with { FromYear = null, ToYear = null }, paper => paper.Year is { } year ? [year] : []).OrderBy(c => c.Value),
                facets.Years);
            AssertCounts(Counts(papers, filters with { Venues = [] }, paper => PaperDocuments.Venues(paper)), facets.Venues);
            AssertCounts(Counts(papers, filters with { Sources = [] }, paper => paper.Records.Select(record => record.Source)), facets.Sources);
            AssertCounts(Counts(papers, filters with { Categories = [] }, paper => paper.Categories), facets.Categories);
        }
    }

    [Fact]
    public async Task Dates_sort_either_way_and_the_undated_come_last()
    {
        using var fixture = await SearchFixture.IndexedAsync(
            SomePapers.Paper("Speech a") with { Year = 2020 }, SomePapers.Paper("Speech b"), SomePapers.Paper("Speech c") with { Year = 2022 },
            SomePapers.Paper("Speech d") with { Year = 2020, Published = new DateOnly(2020, 6, 1) });

        Assert.Equal(["Speech c", "Speech d", "Speech a", "Speech b"], await TitlesAsync(SearchSort.Newest));
        Assert.Equal(["Speech a", "Speech d", "Speech c", "Speech b"], await TitlesAsync(SearchSort.Oldest));

        async Task<string[]> TitlesAsync(SearchSort sort) =>
            [.. (await fixture.AskAsync(new SearchRequest { Text = "speech", Sort = sort })).Hits.Select(hit => hit.Paper.Title)];
    }

    private static bool Passes(Paper paper, SearchFilters filters) =>
        (filters.FromYear is null || paper.Year >= filters.FromYear) && (filters.ToYear is null || paper.Year <= filters.ToYear)
        && (filters.Venues.Count == 0 || PaperDocuments.Venues(paper).Intersect(filters.Venues).Any())
        && (filters.Sources.Count == 0 || paper.Records.Any(record => filters.Sources.Contains(record.Source)))
        && (filters.Categories.Count == 0 || paper.Categories.Intersect(filters.Categories).Any())
        && (!filters.HasCode || paper.Code is not null);

    private static List<(T Value, long Papers)> Counts<T>(IReadOnlyList<Paper> papers, SearchFilters filters, Func<Paper, IEnumerable<T>> values) =>
        [.. papers.Where(paper => Passes(paper, filters)).SelectMany(values).GroupBy(value => value).Select(group => (group.Key, group.LongCount()))];

    private static void AssertCounts(List<(string Value, long Papers)> expected, IReadOnlyList<FacetCount> actual)
    {
        Assert.Equal(expected.OrderBy(count => count.Value, StringComparer.Ordinal), actual.Select(count => (count.Value, count.Papers)).OrderBy(count => count.Value, StringComparer.Ordinal));
        Assert.Equal(actual.OrderByDescending(count => count.Papers).Select(count => count.Papers), actual.Select(count => count.Papers));
    }
}
