using Microsoft.AspNetCore.Http;
using Winnow.Papers;
using Winnow.Trends;

namespace Winnow.Web.Readers;

/// <summary>Which of the papers on a page its reader has voted for. Who has no pseudonym has not voted, and costs no look.</summary>
/// <param name="trending">Keeps the votes.</param>
internal sealed class ReaderVotes(TrendingPapers trending)
{
    private static readonly HashSet<PaperId> None = [];

    public async Task<IReadOnlySet<PaperId>> OfAsync(HttpContext context, IReadOnlyCollection<PaperId> papers) =>
        papers.Count > 0 && ReaderCookie.Read(context.Request) is { } reader ? await trending.GetVotedAsync(papers, reader, context.RequestAborted) : None;
}
