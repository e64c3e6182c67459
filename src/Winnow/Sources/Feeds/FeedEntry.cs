using System.Xml.Linq;

namespace Winnow.Sources.Feeds;

/// <summary>
/// One entry of an Atom feed or item of an RSS feed (0.9x, 1.0, 2.0), with the extensions of arXiv, Dublin Core and PRISM: the wire shape, by local names.
/// </summary>
internal sealed record FeedEntry
{
    /// <summary>Atom <c>id</c>, RSS <c>guid</c>.</summary>
    internal string? Id { get; private init; }

    internal string? Title { get; private init; }

    /// <summary>The page: Atom's alternate link, RSS <c>link</c>.</summary>
    internal string? Link { get; private init; }

    /// <summary>Atom's link titled or typed as PDF.</summary>
    internal string? PdfLink { get; private init; }

    /// <summary>Atom <c>summary</c> or <c>content</c>, RSS <c>description</c> or <c>content:encoded</c>: the longer one.</summary>
    internal string? Summary { get; private init; }

    /// <summary>Name and affiliation of each Atom author; <c>dc:creator</c> and RSS <c>author</c> as written.</summary>
    internal IReadOnlyList<(string? Name, string? Affiliation)> Authors { get; private init; } = [];

    internal IReadOnlyList<string> Creators { get; private init; } = [];

    /// <summary>Atom <c>category@term</c>, RSS <c>category</c>.</summary>
    internal IReadOnlyList<string> Categories { get; private init; } = [];

    internal string? Published { get; private init; }

    internal string? Updated { get; private init; }

    internal string? Comment { get; private init; }

    internal string? JournalReference { get; private init; }

    internal string? Doi { get; private init; }

    /// <summary>arXiv's announcements: new, cross, replace, replace-cross.</summary>
    internal string? AnnounceType { get; private init; }

    /// <summary><c>prism:publicationName</c> or <c>dc:source</c>.</summary>
    internal string? Publication { get; private init; }

    internal static FeedEntry Read(XElement element)
    {
        string? First(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (All(element, name).FirstOrDefault(child => child.Value.Length > 0) is { } child)
                    return child.Value;
            }

            return null;
        }

        var links = All(element, "link").ToList();
        var primary = All(element, "primary_category").Select(Term).FirstOrDefault();
        return new FeedEntry
        {
            Id = First("id", "guid") ?? (string?)element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "about"),
            Title = First("title"),
            Link = links.Where(link => (string?)link.Attribute("rel") is null or "alternate").Select(link => (string?)link.Attribute("href") ?? link.Value).FirstOrDefault(),
            PdfLink = links.Where(link => (string?)link.Attribute("type") == "application/pdf").Select(link => (string?)link.Attribute("href")).FirstOrDefault(),
            Summary = new[] { First("summary"), First("content", "encoded"), First("description") }.MaxBy(text => text?.Length ?? 0),
            Authors = [.. All(element, "author").Select(author => (Child(author, "name"), Child(author, "affiliation")))],
            Creators = [.. All(element, "creator").Concat(All(element, "author").Where(author => !author.HasElements)).Select(creator => creator.Value)],
            Categories = [.. new[] { primary }.Concat(All(element, "category").Select(Term)).OfType<string>().Distinct()],
            Published = First("published", "pubDate", "date", "issued"),
            Updated = First("updated", "modified"),
            Comment = First("comment"),
            JournalReference = First("journal_ref"),
            Doi = First("doi", "DOI") ?? All(element, "identifier").Select(identifier => identifier.Value).FirstOrDefault(value => value.Contains("10.", StringComparison.Ordinal)),
            AnnounceType = First("announce_type"),
            Publication = First("publicationName", "source"),
        };
    }

    private static IEnumerable<XElement> All(XElement parent, string name) => parent.Elements().Where(child => child.Name.LocalName == name);

    private static string? Child(XElement parent, string name) => All(parent, name).FirstOrDefault()?.Value;

    private static string? Term(XElement category) => (string?)category.Attribute("term") ?? (category.Value.Length > 0 ? category.Value : null);
}
