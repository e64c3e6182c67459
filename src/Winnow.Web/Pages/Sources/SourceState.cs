using System.Globalization;
using Winnow.Sources.Syncing;

namespace Winnow.Web.Pages.Sources;

/// <summary>How a followed source stands, for a person.</summary>
/// <param name="Word">One word for the chip: running, due, failing, waiting, paused, current.</param>
/// <param name="Sentence">What that means now.</param>
/// <param name="Fraction">How much of a run is done; null when none runs or it does not tell.</param>
internal sealed record SourceState(string Word, string Sentence, double? Fraction = null)
{
    public const string Running = "reading";
    public const string Due = "due";

    /// <summary>Whether the state will change within moments, so that a page that shows it looks again.</summary>
    public bool IsMoving => Word is Running or Due;

    public static SourceState Of(FollowedSource source, SyncRun? last, DateTimeOffset now, bool isAtWork)
    {
        if (last is { State: SyncRunState.Running } && !(source.LastRun > last.Started))
        {
            var left = last.TimeLeft is { } time ? $", about {Span(time)} left" : "";
            var done = last.Fraction is { } fraction ? string.Create(CultureInfo.InvariantCulture, $", {fraction:P0}") : "";
            var rate = last.RecordsPerSecond is { } records ? $", {Rate(records)}" : "";
            return new SourceState(Running, string.Create(CultureInfo.InvariantCulture, $"{last.Counts.Read:N0} records read{rate}, {last.Counts.New:N0} new{done}{left}."), last.Fraction);
        }

        if (source.Paused)
            return new SourceState("paused", "Asked only when you say so.");

        if (source.NextRun <= now)
            return isAtWork ? new SourceState(Due, "It is being asked.") : new SourceState("waiting", "Read by the next winnow sync.");

        var next = $"Next in {Span(source.NextRun - now)}.";
        if (source.LastError is { } error)
            return last is { State: SyncRunState.Waiting } ? new SourceState("waiting", $"{error} {next}") : new SourceState("failing", $"{error} {next}");

        return new SourceState("current", source.LastSuccess is { } read ? $"Read {Span(now - read)} ago. {next}" : next);
    }

    /// <summary>In a unit in which it is one or more, where there is one.</summary>
    public static string Rate(double perSecond) => perSecond >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{perSecond:N0} a second")
        : string.Create(CultureInfo.InvariantCulture, $"{perSecond * 60:0} a minute");

    /// <summary>One figure with its unit.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        _ when span < TimeSpan.FromSeconds(100) => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(Math.Max(0, span.TotalSeconds)):0} s"),
        _ when span < TimeSpan.FromMinutes(100) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} min"),
        _ when span < TimeSpan.FromHours(48) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0} days"),
    };
}
