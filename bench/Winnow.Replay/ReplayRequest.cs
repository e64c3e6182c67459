using System.Diagnostics;
using System.Net;

namespace Winnow.Replay;

/// <summary>A request as it arrived.</summary>
/// <param name="Number">Counted from 1 over all connections.</param>
/// <param name="Connection">Which connection it came on, counted from 1.</param>
/// <param name="Arrived">When its first line was complete, as <see cref="Stopwatch.GetTimestamp"/> counts.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Target">Path and query as sent.</param>
/// <param name="Headers">By name, ignoring case.</param>
/// <param name="Body">As text; empty for a GET.</param>
public sealed record ReplayRequest(
    int Number, int Connection, long Arrived, string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Path => Target.Split('?')[0];

    /// <summary>A parameter of the query, decoded; null when it is not there.</summary>
    public string? this[string name] => Target.Split('?', 2) is [_, var query]
        ? query.Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair[0] == name).Select(pair => WebUtility.UrlDecode(pair[1])).FirstOrDefault()
        : null;
}
