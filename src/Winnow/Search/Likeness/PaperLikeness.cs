using Winnow.Index;
using Winnow.Papers;
using Winnow.Search.Highlighting;
using Winnow.Search.Indexing;
using Winnow.Search.Meaning;

namespace Winnow.Search.Likeness;

/// <summary>Finds papers more like some and less like others: overall, or by problem, method or result. Thread-safe.</summary>
/// <param name="library">The papers.</param>
/// <param name="index">Finds those that share telling words.</param>
/// <param name="meaning">Finds those that mean the like; its fastest model compares single facets, on the fly.</param>
/// <param name="clock">Times each search.</param>
public sealed class PaperLikeness(IPaperLibrary library, PaperIndex index, PaperMeaning meaning, TimeProvider clock)
{
    /// <summary>Papers looked at for each interest, by words and by meaning each.</summary>
    private const int Depth = 200;

    /// <summary>Words of a text that the index is asked for; further ones hardly change its answer.</summary>
    private const int WordsAsked = 60;

    private static readonly HashSet<string> NoTerms = [];

    public Task<LikenessResponse> FindAsync(LikenessRequest request, CancellationToken cancel) => FindAsync(request, new LikenessWeights(), cancel);

    internal async Task<LikenessResponse> FindAsync(LikenessRequest request, LikenessWeights weights, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        var notes = new List<string>();
        var more = await PapersAsync(request.More, notes, cancel);
        var less = await PapersAsync(request.Less.Except(request.More), notes, cancel);
        var text = Text(request.Text, notes);
        IReadOnlyList<SearchHit> hits = [];
        if (more.Count == 0 && text is null)
        {
            notes.Add("Name at least one paper to find more like it, or paste an abstract.");
        }
        else
        {
            try
            {
                hits = await RankAsync(request, weights, more, less, text, cancel);
            }
            catch (IndexCorruptException damage)
            {
                index.Report(damage);
                notes.Add($"{damage.Message} It is being built again; nothing is lost, try again in a minute.");
            }
        }

        return new LikenessResponse(hits, more, less, notes, clock.GetElapsedTime(started));
    }

    /// <summary>By the model that answers; when that one fails, as an endpoint may that is gone, by the next.</summary>
    private async Task<IReadOnlyList<SearchHit>> RankAsync(
        LikenessRequest request, LikenessWeights weights, IReadOnlyList<Paper> more, IReadOnlyList<Paper> less, string? text, CancellationToken cancel)
    {
        var inTurn = meaning.InTurn.ToList();
        for (var turn = 0; ; turn++)
        {
            try
            {
                return await RankAsync(inTurn[turn], request, weights, more, less, text, cancel);
            }
            catch (IOException failure) when (failure is not IndexCorruptException && turn + 1 < inTurn.Count)
            {
                // The next one has fewer papers, and has them.
            }
        }
    }

    private async Task<IReadOnlyList<SearchHit>> RankAsync(
        PaperVectors vectors, LikenessRequest request, LikenessWeights weights, IReadOnlyList<Paper> more, IReadOnlyList<Paper> less, string? text, CancellationToken cancel)
    {
        var model = request.By == PaperFacet.Overall ? vectors.Model : meaning.Fastest;
        var known = request.More.Concat(request.Less).Concat(more.Concat(less).Select(paper => paper.Id)).Select(id => id.Value).ToHashSet();
        var words = Words(more, text);
        var pool = words.Keys.ToHashSet();
        foreach (var interest in Interest.Group(await ExamplesAsync(vectors.Model, PaperFacet.Overall, more, text, cancel), weights.Near))
        {
            pool.UnionWith(vectors.Nearest(interest.Centre, Depth, id => !known.Contains(id)).Select(hit => hit.Id));
        }

        pool.ExceptWith(known);
        var ranking = new LikenessRanking(
            weights, Interest.Group(await ExamplesAsync(model, request.By, more, text, cancel), weights.Near), await ExamplesAsync(model, request.By, less, null, cancel), request.By);
        var papers = await library.GetAsync([.. pool.Select(id => new PaperId(id))], cancel);
        var compared = await VectorsAsync(vectors, model, request.By, papers, cancel);
        var highlighter = new Highlighter(NoTerms);
        return
        [
            .. papers.Select((paper, i) => (Paper: paper, Why: ranking.Score(compared[i], words.GetValueOrDefault(paper.Id.Value))))
                .OrderByDescending(scored => scored.Why.Value)
                .ThenBy(scored => scored.Paper.Id)
                .Take(Math.Clamp(request.Limit, 1, PaperSearch.MaxLimit))
                .Select((scored, i) => Hit(scored.Paper, scored.Why, i + 1, highlighter)),
        ];
    }

    private static SearchHit Hit(Paper paper, ScoreExplanation why, int rank, Highlighter highlighter) => new()
    {
        Rank = rank,
        Score = why.Value,
        Paper = paper,
        Title = highlighter.Whole(paper.Title),
        Snippet = string.IsNullOrWhiteSpace(paper.Abstract) ? null : highlighter.Snippet(paper.Abstract),
        Why = why,
    };

    private async Task<IReadOnlyList<Paper>> PapersAsync(IEnumerable<PaperId> ids, List<string> notes, CancellationToken cancel)
    {
        var papers = new List<Paper>();
        foreach (var id in ids.Distinct().Take(LikenessRequest.MostPapers))
        {
            if (await library.FindAsync(id, cancel) is not { } paper)
            {
                notes.Add($"The library has no paper {id}, so it was left out.");
            }
            else if (papers.TrueForAll(other => other.Id != paper.Id))
            {
                papers.Add(paper);
            }
        }

        return papers;
    }

    private static string? Text(string? text, List<string> notes)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length > LikenessRequest.LongestText)
        {
            notes.Add(FormattableString.Invariant($"Of the text only the first {LikenessRequest.LongestText:N0} characters were compared."));
            trimmed = trimmed[..LikenessRequest.LongestText];
        }

        return trimmed.Length == 0 ? null : trimmed;
    }

    private static async Task<IReadOnlyList<Example>> ExamplesAsync(EmbeddingModel model, PaperFacet facet, IReadOnlyList<Paper> papers, string? text, CancellationToken cancel)
    {
        var named = papers.Select(paper => (Name: $"“{paper.Title}”", Text: FacetText.Of(facet, paper.Title, paper.Abstract))).ToList();
        if (text is not null)
        {
            named.Add(("your text", FacetText.Of(facet, "", text)));
        }

        var vectors = named.Count == 0 ? [] : await model.EmbedDocumentsAsync([.. named.Select(one => one.Text)], cancel);
        return [.. named.Select((one, i) => new Example(one.Name, vectors[i]))];
    }

    /// <summary>Stored vectors where whole papers are compared; else, and for a paper that has none yet, made here.</summary>
    private static async Task<float[][]> VectorsAsync(PaperVectors vectors, EmbeddingModel model, PaperFacet facet, IReadOnlyList<Paper> papers, CancellationToken cancel)
    {
        var compared = new float[papers.Count][];
        var missing = new List<int>();
        for (var i = 0; i < papers.Count; i++)
        {
            compared[i] = new float[model.Dimensions];
            if (facet != PaperFacet.Overall || !vectors.TryGet(papers[i].Id, compared[i]))
            {
                missing.Add(i);
            }
        }

        var made = missing.Count == 0 ? [] : await model.EmbedDocumentsAsync([.. missing.Select(i => FacetText.Of(facet, papers[i].Title, papers[i].Abstract))], cancel);
        for (var i = 0; i < missing.Count; i++)
        {
            compared[missing[i]] = made[i];
        }

        return compared;
    }

    /// <summary>For each paper that shares telling words with one that is liked, its share of the best one's score.</summary>
    private Dictionary<long, double> Words(IReadOnlyList<Paper> more, string? text)
    {
        var reader = index.Read();
        var shares = new Dictionary<long, double>();
        foreach (var paper in more)
        {
            Take(reader.Similar(paper.Id.Value, Depth));
        }

        if (text is not null)
        {
            var words = string.Join(' ', text.Split((char[]?)null, WordsAsked + 1, StringSplitOptions.RemoveEmptyEntries).Take(WordsAsked));
            Take(reader.Search(new WordsQuery(words), new SearchOptions { Limit = Depth }).Hits);
        }

        return shares;

        void Take(IReadOnlyList<Hit> hits)
        {
            foreach (var hit in hits)
            {
                shares[hit.Id] = Math.Max(shares.GetValueOrDefault(hit.Id), hit.Score / hits[0].Score);
            }
        }
    }
}
