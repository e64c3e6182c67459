using Winnow.Sources.Importing;

namespace Winnow.Web.Pages.Import;

/// <param name="Files">The files' names.</param>
/// <param name="Progress">How far it is; null until the first batch is stored.</param>
/// <param name="Result">How it ended, when it ended well.</param>
/// <param name="Failure">Why it ended otherwise, in one sentence.</param>
internal sealed record UploadState(IReadOnlyList<string> Files, ImportProgress? Progress = null, ImportResult? Result = null, string? Failure = null)
{
    public bool Running => Result is null && Failure is null;
}
