using System.Globalization;
using Winnow.Sources.Syncing;

namespace Winnow.Cli.Output;

/// <summary>What a person is told of sources and their runs.</summary>
internal static class SyncText
{
    public static string Of(SyncProgress progress)
    {
        var done = progress.Fraction is { } fraction ? string.Create(CultureInfo.InvariantCulture, $", {fraction:P0}") : "";
        var left = progress.TimeLeft is { } time ? $", {Span(time)} left" : "";
        var rate = progress.RecordsPerSecond is { } records ? string.Create(CultureInfo.InvariantCulture, $", {records:N0} a second") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{progress.Source}: {progress.Counts.Read:N0} records{rate}, {progress.Counts.New:N0} new{done}{left}");
    }

    public static string Of(SyncResult result)
    {
        var counts = result.Counts;
        var what = counts.Read == 0
            ? "nothing new"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{counts.Read:N0} records read in {result.Elapsed.TotalSeconds:0.0} s: {counts.New:N0} new, {counts.Merged:N0} merged, {counts.Updated:N0} updated, {counts.Unchanged:N0} unchanged, {counts.Rejected:N0} rejected{(counts.Withdrawn > 0 ? $", {counts.Withdrawn:N0} withdrawn" : "")}");
        return result.State switch
        {
            SyncRunState.Finished => $"{result.Source}: {what}.",
            SyncRunState.Running => $"{result.Source}: {result.Message}",
            _ when counts.Read == 0 => $"{result.Source}: {result.Message}",
            _ => $"{result.Source}: {what}; then it ended early. {result.Message}",
        };
    }

    public static string Of(SourceDocument source, DateTimeOffset now)
    {
        var next = source.State switch
        {
            "paused" => "paused",
            "running" => "being read",
            _ when source.NextRun <= now => "due now",
            _ => $"next in {Span(source.NextRun - now)}",
        };
        var last = source.LastSuccess is { } success ? $"last read {Span(now - success)} ago" : "not read yet";
        return $"{source.Name,-30} {next}, {last}{(source.LastError is { } error ? $"\n    {error}" : "")}";
    }

    /// <summary>One figure with its unit, as in <c>90 s</c>, <c>12 min</c>, <c>3 h</c>, <c>5 days</c>.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        _ when span < TimeSpan.FromSeconds(100) => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(Math.Max(0, span.TotalSeconds)):0} s"),
        _ when span < TimeSpan.FromMinutes(100) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} min"),
        _ when span < TimeSpan.FromHours(48) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0} days"),
    };
}
