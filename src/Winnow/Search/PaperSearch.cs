using System.Globalization;
using Winnow.Index;
using Winnow.Papers;
using Winnow.Search.Highlighting;
using Winnow.Search.Indexing;
using Winnow.Search.Language;
using Winnow.Search.Meaning;

namespace Winnow.Search;

/// <summary>Answers questions with ranked papers. Thread-safe.</summary>
/// <param name="library">The papers.</param>
/// <param name="index">Finds them by their words.</param>
/// <param name="clock">Times each search.</param>
/// <param name="meaning">Finds them by what they mean as well; null: by words alone.</param>
public sealed class PaperSearch(IPaperLibrary library, PaperIndex index, TimeProvider clock, PaperMeaning? meaning = null)
{
    public const int MaxLimit = 1000;

    /// <summary>Further than anyone pages; each page costs as much as all before it.</summary>
    public const int MaxOffset = 10_000;

    /// <summary>Venues and categories counted at most.</summary>
    private const int FacetLimit = 50;

    /// <summary>Changes of the library that the index may lack before a reader is told; fewer are caught up within a second.</summary>
    private const int NotableLag = 2000;

    private static readonly HashSet<string> NoTerms = [];

    private KeywordValues? _values;

    /// <summary>Never fails on what was typed: see <see cref="SearchResponse.Notes"/>.</summary>
    public async Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        var notes = new List<string>();
        if (Identifier.TryParse(request.Text, out var identifier))
        {
            if (await library.FindAsync(identifier, cancel) is { } named)
            {
                return Direct(named) with { Took = clock.GetElapsedTime(started) };
            }

            notes.Add($"No paper here has the id {identifier}, so its characters were searched as words.");
        }

        SearchResponse response;
        try
        {
            response = await SearchIndexAsync(index.Read(), request, notes, cancel);
        }
        catch (IndexCorruptException damage)
        {
            index.Report(damage);
            response = new SearchResponse { Hits = [], Matches = 0, Notes = [$"{damage.Message} It is being built again; nothing is lost, try again in a minute."] };
        }

        return response with { Took = clock.GetElapsedTime(started) };
    }

    /// <summary>Papers like this one, by the most telling words of title and abstract and by what they mean, best first, itself left out.</summary>
    public async Task<IReadOnlyList<SearchHit>> FindSimilarAsync(PaperId id, int limit, CancellationToken cancel)
    {
        if (await library.FindAsync(id, cancel) is not { } paper)
        {
            return [];
        }

        try
        {
            var wanted = Math.Clamp(limit, 0, MaxLimit);
            var reader = index.Read();
            var similar = reader.Similar(paper.Id.Value, meaning is null ? wanted : Math.Max(wanted, HybridRanking.Depth));
            if (meaning is not null)
            {
                similar = [.. SimilarPapers.Rank(meaning.Ranking(reader.Statistics.Documents), paper.Id, similar).Take(wanted)];
            }

            return await HitsAsync(similar, 0, explain: false, new Highlighter(NoTerms), cancel);
        }
        catch (IndexCorruptException damage)
        {
            index.Report(damage);
            return [];
        }
    }

    private async Task<SearchResponse> SearchIndexAsync(SearchIndex reader, SearchRequest request, List<string> notes, CancellationToken cancel)
    {
        var parsed = QueryParser.Parse(request.Text);
        var plan = QueryPlanner.Plan(parsed, request, Values(reader));
        notes.AddRange(plan.Notes);
        var corrected = plan.Words is null || request.Verbatim ? null : await SpellingCorrection.FindAsync(reader, library, parsed, plan.Words, word => meaning?.KnowsWord(word) ?? false, cancel);
        plan = corrected is null ? plan : QueryPlanner.Plan(QueryParser.Parse(corrected.Text), request, Values(reader));
        var offset = Math.Clamp(request.Offset, 0, MaxOffset);
        var limit = Math.Clamp(request.Limit, 0, MaxLimit);
        var byRelevance = request.Sort == SearchSort.Relevance && plan.Ranks;
        var near = byRelevance && meaning is not null && plan.FreeText.Length > 0 ? NearPapers.FindAsync(meaning, reader, plan, cancel) : null;
        var pinned = byRelevance ? await WholeTitleRule.FindAsync(reader, library, plan, corrected?.Text ?? request.Text, cancel) : [];
        var result = reader.Search(plan.Query, new SearchOptions
        {
            // A ranking that others are merged with is read from its beginning, and deep enough for them.
            Offset = byRelevance ? 0 : offset,
            Limit = byRelevance ? Math.Max(offset + limit + pinned.Count, meaning is null ? 0 : HybridRanking.Depth) : limit,
            Sort = Sort(request.Sort, plan.Ranks),
            Filters = plan.Filters,
            Facets = request.WithFacets ? Facets : [],
        });
        var hybrid = near is null ? null : RankByMeaning(await near, reader, plan, result.Hits, notes);
        var ranked = byRelevance ? WholeTitleRule.Merge(pinned, [.. Below(hybrid?.Hits ?? [], result.Hits)], offset, limit) : result.Hits;
        if (request.WithExplanation && plan.Ranks)
        {
            ranked = [.. ranked.Select(hit => hit.Explanation is not null ? hit : hybrid?.Explained(hit) ?? hit with { Explanation = reader.Explain(plan.Query, hit.Id) })];
        }

        var hits = await HitsAsync(ranked, offset, request.WithExplanation, new Highlighter(result.Terms), cancel);
        await NoteLagAsync(reader, notes, cancel);
        return new SearchResponse
        {
            Hits = hits,
            Matches = Math.Max(result.Matches, pinned.Count),
            // With more matches than were read nobody knows, and nobody reads that far.
            Near = hybrid is null || result.Matches > result.Hits.Count ? 0 : hybrid.CountNear(result.Hits),
            Facets = request.WithFacets ? FacetCounts.Of(result) : null,
            Corrected = corrected,
            Notes = notes,
        };
    }

    /// <summary>By the models that rank together; one that fails is left out, and others take its place where there are any. In the end words alone rank.</summary>
    private HybridSearch? RankByMeaning(NearPapers near, SearchIndex reader, QueryPlan plan, IReadOnlyList<Hit> words, List<string> notes)
    {
        notes.AddRange(near.Failures.Select(failure => $"{failure} {(near.Asked.Count == 0 ? "These papers are ranked by their words." : "Another model answers meanwhile.")}"));
        return near.Asked.Count == 0 || (words.Count == 0 && !IsTelling(near, plan)) ? null : HybridSearch.Rank(near, reader, plan, words);
    }

    /// <summary>Where no paper has a word of the question, meaning answers alone if a model knows one: what is nearest to letters without sense says nothing.</summary>
    private bool IsTelling(NearPapers near, QueryPlan plan) => near.IsTelling && plan.FreeText.Split(' ').Any(word => meaning!.KnowsWord(word));

    /// <summary>The first ranking, then what only the second has.</summary>
    private static IEnumerable<Hit> Below(IReadOnlyList<Hit> first, IReadOnlyList<Hit> second)
    {
        var ids = first.Select(hit => hit.Id).ToHashSet();
        return first.Concat(second.Where(hit => !ids.Contains(hit.Id)));
    }

    private static IReadOnlyList<FacetRequest> Facets { get; } =
    [
        new(PaperIndexFields.Year, int.MaxValue), new(PaperIndexFields.Venue, FacetLimit), new(PaperIndexFields.Source, int.MaxValue),
        new(PaperIndexFields.Category, FacetLimit),
    ];

    private static NumberSort? Sort(SearchSort sort, bool ranks) => sort switch
    {
        SearchSort.Oldest => new NumberSort(PaperIndexFields.Date, Descending: false),
        SearchSort.Relevance when ranks => null,
        _ => new NumberSort(PaperIndexFields.Date),
    };

    private static SearchResponse Direct(Paper paper)
    {
        var nothing = new Highlighter(NoTerms);
        var hit = new SearchHit { Rank = 1, Score = 0, Paper = paper, Title = nothing.Whole(paper.Title), Snippet = Snippet(nothing, paper) };
        return new SearchResponse { Hits = [hit], Matches = 1, Direct = paper.Id };
    }

    private static HighlightedText? Snippet(Highlighter highlighter, Paper paper) =>
        string.IsNullOrWhiteSpace(paper.Abstract) ? null : highlighter.Snippet(paper.Abstract);

    private KeywordValues Values(SearchIndex reader)
    {
        var generation = reader.Statistics.Generation;
        var values = Volatile.Read(ref _values);
        if (values is null || values.Generation != generation || !values.Reads(reader))
        {
            values = new KeywordValues(reader, generation);
            Volatile.Write(ref _values, values);
        }

        return values;
    }

    private async Task NoteLagAsync(SearchIndex reader, List<string> notes, CancellationToken cancel)
    {
        var lag = await library.GetPositionAsync(cancel) - reader.Position;
        if (lag > NotableLag)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"The search index is still reading new papers ({lag:N0} changes to go), so some are missing here."));
        }
    }

    /// <summary>A paper that was removed since the index saw it is left out.</summary>
    private async Task<IReadOnlyList<SearchHit>> HitsAsync(IReadOnlyList<Hit> hits, int offset, bool explain, Highlighter highlighter, CancellationToken cancel)
    {
        var papers = await library.GetAsync([.. hits.Select(hit => new PaperId(hit.Id))], cancel);
        var byId = papers.ToDictionary(paper => paper.Id.Value);
        var result = new List<SearchHit>(hits.Count);
        foreach (var hit in hits)
        {
            if (byId.TryGetValue(hit.Id, out var paper))
            {
                result.Add(new SearchHit
                {
                    Rank = offset + result.Count + 1,
                    Score = hit.Score,
                    Paper = paper,
                    Title = highlighter.Whole(paper.Title),
                    Snippet = Snippet(highlighter, paper),
                    Why = explain && hit.Explanation is not null ? Words(hit.Explanation) : null,
                });
            }
        }

        return result;
    }

    private static ScoreExplanation Words(Explanation why) => new(why.Value, why.Description, [.. why.Parts.Select(Words)]);
}
