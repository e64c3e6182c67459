namespace Winnow.Sources.Fetching;

/// <summary>Which hosts count as one, and how often they may be asked.</summary>
/// <param name="gap">The least time between two requests to a host that asks for nothing else.</param>
internal sealed class HostRules(TimeSpan gap)
{
    /// <summary>arXiv's terms: one request every three seconds and one connection, over the API, OAI-PMH and the feeds together.</summary>
    private static readonly TimeSpan ArXivGap = TimeSpan.FromSeconds(3);

    private const string ArXiv = "arxiv.org";

    /// <summary>The name under which a host's requests are counted; fit for a file's name.</summary>
    internal static string GroupOf(Uri address)
    {
        var host = address.IdnHost.TrimEnd('.').ToLowerInvariant();
        if (host == ArXiv || host.EndsWith($".{ArXiv}", StringComparison.Ordinal))
            return ArXiv;

        var name = address.IsDefaultPort ? host : $"{host}_{address.Port}";
        return string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '_'));
    }

    internal TimeSpan GapOf(string group) => group == ArXiv && gap < ArXivGap ? ArXivGap : gap;
}
