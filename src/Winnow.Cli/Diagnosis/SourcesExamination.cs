using Winnow.Cli.Output;
using Winnow.Sources.Syncing;

namespace Winnow.Cli.Diagnosis;

/// <summary>Whether the sources that the library follows can be read.</summary>
internal static class SourcesExamination
{
    /// <summary>A source may be away for an hour; after so many runs in a row it wants looking at.</summary>
    private const int WorthALook = 3;

    public static IEnumerable<Finding> Findings(IReadOnlyList<FollowedSource> sources, DateTimeOffset now)
    {
        if (sources.Count == 0)
        {
            return [Finding.Fine("sources", "None is followed.")];
        }

        var failing = sources.Where(source => !source.Paused && source.Failures >= WorthALook).ToList();
        return failing.Count == 0
            ? [Finding.Fine("sources", $"{sources.Count} followed, {sources.Count(source => source.Paused)} of them paused.")]
            : failing.Select(source => Finding.Problem("sources", $"{source.Name}: {source.LastError}", What(source, now)));
    }

    private static string What(FollowedSource source, DateTimeOffset now)
    {
        var read = source.LastSuccess is { } success ? $"Last read {SyncText.Span(now - success)} ago" : "Never read yet";
        return $"{read}. Try it with `winnow sync {source.Name}`, or leave it alone with `winnow sources pause {source.Name}`.";
    }
}
