using System.Text.RegularExpressions;

namespace Winnow.Papers.Identifiers;

/// <summary>The two styles of ACL Anthology id: <c>N19-1423</c> until 2019, <c>2020.acl-main.1</c> since. Volumes (<c>N19-1</c>, <c>2020.acl-main</c>) are not papers.</summary>
internal static partial class AclId
{
    /// <summary>Prefixes under which the ACL registers DOIs whose suffix is the Anthology id.</summary>
    private static readonly string[] DoiPrefixes = ["10.18653/v1/", "10.3115/v1/"];

    /// <summary>Reads a bare id in any case, with or without the <c>v2</c> of a revision, and gives the Anthology's own spelling.</summary>
    internal static bool TryParse(string text, out string id)
    {
        if (OldStyle().Match(text) is { Success: true } old)
        {
            id = old.Groups["id"].Value.ToUpperInvariant();
            return true;
        }

        if (NewStyle().Match(text) is { Success: true } recent)
        {
            id = recent.Groups["id"].Value.ToLowerInvariant();
            return true;
        }

        id = "";
        return false;
    }

    internal static bool TryParseDoi(string doi, out string id)
    {
        foreach (var prefix in DoiPrefixes)
        {
            if (doi.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return TryParse(doi[prefix.Length..], out id);
        }

        id = "";
        return false;
    }

    // The letters are the Anthology's old collections; B, G, V and Z were never used.
    [GeneratedRegex(@"\A(?<id>[AC-FH-UWXYac-fh-uwxy][0-9]{2}-[0-9]{4})(?:v[1-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex OldStyle();

    [GeneratedRegex(@"\A(?<id>(?:19|20)[0-9]{2}\.[a-zA-Z0-9_]{2,30}-[a-zA-Z0-9]{1,30}\.[0-9]{1,5})(?:v[1-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NewStyle();
}
