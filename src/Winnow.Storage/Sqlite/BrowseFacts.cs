using System.Globalization;
using Winnow.Papers;
using Winnow.Papers.Merging;

namespace Winnow.Storage.Sqlite;

/// <summary>What the browse tables know of a paper.</summary>
/// <param name="Appeared">The day as <c>yyyymmdd</c>, with zeros for the parts that are not known.</param>
/// <param name="Authors">Each author's key with the first spelling of it on the paper.</param>
internal sealed record BrowseFacts(string? Venue, int Year, long Appeared, bool HasAbstract, IReadOnlyDictionary<string, string> Authors)
{
    internal static BrowseFacts Of(Paper paper)
    {
        var authors = new Dictionary<string, string>(paper.Authors.Count, StringComparer.Ordinal);
        foreach (var author in paper.Authors)
        {
            var key = AuthorName.Key(author.Name);
            if (key.Length > 0)
            {
                authors.TryAdd(key, author.Name);
            }
        }

        var appeared = paper.Published is { } day ? (day.Year * 10_000) + (day.Month * 100) + day.Day : (paper.Year ?? 0) * 10_000;
        return new BrowseFacts(paper.Venue, paper.Year ?? 0, appeared, paper.Abstract is not null, authors);
    }

    /// <summary>The title as lists sort it; its first characters are enough to keep an index small.</summary>
    internal static string TitleKey(string title)
    {
        const int enough = 40;
        var start = title.AsSpan().TrimStart("\"'“‘«¿¡([{$ ");
        return (start.Length > enough ? start[..enough] : start).ToString().ToLower(CultureInfo.InvariantCulture);
    }
}
