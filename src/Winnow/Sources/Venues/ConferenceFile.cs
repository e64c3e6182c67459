using System.Text.RegularExpressions;

namespace Winnow.Sources.Venues;

/// <summary>The conference that a file's name or folder names, for data that does not say it: <c>rss2016.json</c>, <c>acl2020/main_papers.csv</c>.</summary>
internal static partial class ConferenceFile
{
    private const int FoldersUp = 2;

    /// <summary>The member or column in which a record keeps the name when it is cut from its file.</summary>
    internal const string Member = "_file";

    /// <summary>The name in the file's own name, in lower case (<c>rss2016</c>); empty when it carries none.</summary>
    internal static string InName(string path) => Pattern().Match(Path.GetFileName(path)).Groups["name"].Value.ToLowerInvariant();

    /// <summary>The name in the file's name or in a folder that it lies in, if it is that of a known venue; else empty.</summary>
    internal static string InPath(string path)
    {
        for (var up = 0; up <= FoldersUp && !string.IsNullOrEmpty(path); up++)
        {
            var name = InName(path);
            if (name.Length > 0 && VenueNames.Known(name) is not null)
                return name;

            path = Path.GetDirectoryName(path) ?? "";
        }

        return "";
    }

    /// <summary><c>colm2024</c> is COLM of 2024. An unknown name is taken for an acronym.</summary>
    internal static (string? Venue, int? Year) Read(string? name) =>
        string.IsNullOrEmpty(name) || Pattern().Match(name) is not { Success: true } match
            ? (null, null)
            : (VenueNames.Known(name) ?? match.Groups["venue"].Value.TrimEnd('-').ToUpperInvariant(), Fields.PublicationDate.Year(match.Groups["year"].Value));

    [GeneratedRegex(@"\A(?<name>(?<venue>[A-Za-z0-9\-]{2,20}?)(?<year>(?:19|20)[0-9]{2}))(?:[^0-9].*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
