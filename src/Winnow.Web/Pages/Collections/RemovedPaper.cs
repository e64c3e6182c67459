using System.Globalization;
using Winnow.Papers;
using Winnow.Readers.Collections;

namespace Winnow.Web.Pages.Collections;

/// <summary>A paper that was just taken out, so that one press puts it back as it was.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Added">Since when it had been there, in milliseconds since 1970.</param>
/// <param name="Title">Its title, to name it by.</param>
/// <param name="Note">What was noted of it; empty for nothing.</param>
internal sealed record RemovedPaper(PaperId Paper, long Added, string Title, string Note)
{
    /// <summary>Carries it from the press to the page after it, sealed.</summary>
    public const string Cookie = "winnow-removed";

    private const char Separator = '\n';

    public static RemovedPaper Of(KeptPaper kept) => new(kept.Paper.Id, kept.Added.ToUnixTimeMilliseconds(), kept.Paper.Title, kept.Note);

    public static RemovedPaper? Read(string? text) =>
        text?.Split(Separator, 4) is [var id, var added, var title, var note] && PaperId.TryParse(id, out var paper) && long.TryParse(added, NumberStyles.None, CultureInfo.InvariantCulture, out var moment)
            ? new RemovedPaper(paper, moment, title, note)
            : null;

    /// <summary>For <see cref="Read"/>; a title is one line, and a note may have several.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Paper}{Separator}{Added}{Separator}{Title}{Separator}{Note}");
}
