using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Winnow.Papers;
using Winnow.Trends;
using Winnow.Web.Links;

namespace Winnow.Web.Readers;

/// <summary>Takes votes and lets them be taken back. Only a POST with a page's token changes anything; the reader is led back to where they were.</summary>
internal static class VoteRoutes
{
    public const string Path = "/vote";
    private const int LongestValue = 4096;
    private const int MostFields = 8;

    public static void MapVotes(this IEndpointRouteBuilder app) => app.MapPost(Path, AnswerAsync).RequireRateLimiting(VoteLimit.Policy);

    private static async Task<IResult> AnswerAsync(HttpContext context, ReaderToken tokens, TrendingPapers trending, IPaperLibrary library)
    {
        if (await ReadFormAsync(context.Request) is not { } form || !tokens.IsValid(context.Request, form["token"]))
        {
            return TypedResults.BadRequest();
        }

        var withdraws = form.ContainsKey("withdraw");
        var sent = form[withdraws ? "withdraw" : "vote"].ToString().Split(' ', 2);
        if (!PaperId.TryParse(sent[0], out var id) || await library.FindAsync(id, context.RequestAborted) is not { } paper)
        {
            return TypedResults.NotFound();
        }

        if (withdraws)
        {
            if (ReaderCookie.Read(context.Request) is { } reader)
            {
                await trending.WithdrawVoteAsync(paper.Id, reader, context.RequestAborted);
            }
        }
        else
        {
            await trending.RecordVoteAsync(paper.Id, ReaderCookie.ReadOrIssue(context), context.RequestAborted);
        }

        context.Response.Headers.Location = WayBack.To(form["back"], sent is [_, var place] ? place : "");
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<IFormCollection?> ReadFormAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return null;
        }

        try
        {
            return await request.ReadFormAsync(
                new FormOptions { ValueCountLimit = MostFields, ValueLengthLimit = LongestValue, KeyLengthLimit = 100, MultipartBodyLengthLimit = LongestValue, BufferBodyLengthLimit = LongestValue * MostFields },
                request.HttpContext.RequestAborted);
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException or IOException)
        {
            return null;
        }
    }
}
