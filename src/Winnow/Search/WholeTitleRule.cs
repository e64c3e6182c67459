using Winnow.Index;
using Winnow.Papers;
using Winnow.Search.Indexing;
using Winnow.Search.Language;

namespace Winnow.Search;

/// <summary>
/// The one rule beside BM25F: a paper whose whole title was typed comes first. A title is often made of common words that other papers hold more often, and who
/// types all of it wants that paper. Compared as titles are when records are merged: letters and digits only, without case and accents.
/// </summary>
internal static class WholeTitleRule
{
    /// <summary>Above any sum of BM25F: twenty of the rarest words of a million papers make 20 × 14 × 2.2 = 616.</summary>
    internal const float Bonus = 1000;

    private const int MaxSameTitle = 20;

    /// <summary>The papers with this title that pass the request's filters, best by BM25F first.</summary>
    internal static async Task<IReadOnlyList<Hit>> FindAsync(SearchIndex reader, IPaperLibrary library, QueryPlan plan, string typed, CancellationToken cancel)
    {
        if (!plan.Ranks || typed.Length > QueryText.MaxLength || TitleKey.Of(typed) is not { } key)
        {
            return [];
        }

        var same = reader.Search(
            new NumberFilter(PaperIndexFields.WholeTitle, key, key), new SearchOptions { Limit = MaxSameTitle, Filters = plan.Filters, CountMatches = false });
        if (same.Hits.Count == 0)
        {
            return [];
        }

        var papers = await library.GetAsync([.. same.Hits.Select(hit => new PaperId(hit.Id))], cancel);
        return
        [
            .. papers.Where(paper => TitleKey.AreSame(paper.Title, typed)).Select(paper => Pinned(paper.Id.Value, reader.Explain(plan.Query, paper.Id.Value)))
                .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id),
        ];
    }

    /// <summary>The pinned papers, then the ranking without them, from <paramref name="offset"/> on.</summary>
    internal static IReadOnlyList<Hit> Merge(IReadOnlyList<Hit> pinned, IReadOnlyList<Hit> ranked, int offset, int limit)
    {
        var ids = pinned.Select(hit => hit.Id).ToHashSet();
        return [.. pinned.Concat(ranked.Where(hit => !ids.Contains(hit.Id))).Skip(offset).Take(limit)];
    }

    private static Hit Pinned(long id, Explanation? words)
    {
        var rule = new Explanation(Bonus, "the title is, word for word, what was asked; that puts a paper first", []);
        var score = Bonus + (float)(words?.Value ?? 0);
        return new Hit(id, score, new Explanation(score, "sum of:", words is null ? [rule] : [rule, words]));
    }
}
