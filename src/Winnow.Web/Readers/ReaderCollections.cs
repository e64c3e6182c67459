using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Winnow.Papers;
using Winnow.Readers.Collections;

namespace Winnow.Web.Readers;

/// <summary>Whether visitors may change collections, whether a form of theirs is taken, and which of a page's papers are in a collection.</summary>
/// <param name="options">Who may change what.</param>
/// <param name="tokens">Tells our forms from others.</param>
/// <param name="collections">The collections.</param>
internal sealed class ReaderCollections(WebOptions options, ReaderToken tokens, PaperCollections collections)
{
    public bool MayChange => options.MayCollect;

    /// <summary>Where the papers are kept, for buttons to say so; nothing where nobody may change it, as then there are no buttons.</summary>
    public async Task<ILookup<PaperId, Keeping>> OfAsync(HttpContext context, IReadOnlyCollection<PaperId> papers)
    {
        var kept = MayChange && papers.Count > 0 ? await collections.GetKeepingAsync(papers, context.RequestAborted) : [];
        return kept.ToLookup(one => one.Paper);
    }

    /// <summary>What to answer a form that is not taken; null for one that is.</summary>
    public async Task<IActionResult?> RefuseAsync(HttpRequest request)
    {
        if (!MayChange)
        {
            return new NotFoundResult();
        }

        try
        {
            return request.HasFormContentType && tokens.IsValid(request, (await request.ReadFormAsync(request.HttpContext.RequestAborted))["token"]) ? null : new BadRequestResult();
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException or IOException)
        {
            return new BadRequestResult();
        }
    }
}
