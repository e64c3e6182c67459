using Winnow.Papers;

namespace Winnow.Cli.Output;

/// <summary>Where a person reads more: the page that the source names, else the best identifier's.</summary>
internal static class PaperUrl
{
    public static string? Of(Paper paper) => paper.Url ?? (paper.Identifiers is [var best, ..] ? best.Url : null);
}
