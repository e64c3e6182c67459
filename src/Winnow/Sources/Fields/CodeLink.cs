using System.Buffers;

namespace Winnow.Sources.Fields;

/// <summary>Finds the address of a paper's code.</summary>
internal static class CodeLink
{
    private static readonly string[] Hosts = ["github.com/", "gitlab.com/", "bitbucket.org/", "codeberg.org/"];
    private static readonly SearchValues<string> HostSearch = SearchValues.Create(Hosts, StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> PathEnd = SearchValues.Create(" \t\r\n\"'<>()[]{}|\\^`,;*?#&$");

    /// <summary>The first address of a repository (<c>host/owner/name</c>) in any of the texts, without what follows the name; null when there is none.</summary>
    internal static string? Find(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            var rest = text.AsSpan();
            while (rest.IndexOfAny(HostSearch) is >= 0 and var at)
            {
                if (Repository(rest[at..]) is { } link)
                    return link;

                rest = rest[(at + 1)..];
            }
        }

        return null;
    }

    /// <summary>An address that the source itself says is that of the code, or the repository in it.</summary>
    internal static string? Given(string? text) => Find(text) ?? RecordText.Link(text);

    private static string? Repository(ReadOnlySpan<char> text)
    {
        foreach (var host in Hosts)
        {
            if (!text.StartsWith(host, StringComparison.OrdinalIgnoreCase))
                continue;

            var path = text[host.Length..];
            var end = path.IndexOfAny(PathEnd);
            path = (end < 0 ? path : path[..end]).TrimEnd(".:!/");
            var slash = path.IndexOf('/');
            if (slash <= 0)
                return null;

            var owner = path[..slash];
            var name = path[(slash + 1)..];
            name = name.IndexOf('/') is >= 0 and var deeper ? name[..deeper] : name;
            name = name.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
            return name.IsEmpty || !IsName(owner) || !IsName(name) ? null : $"https://{host}{owner}/{name}";
        }

        return null;
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))
                return false;
        }

        return true;
    }
}
