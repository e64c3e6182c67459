using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Winnow.Browser.Tests.Feeds;

/// <summary>The rules of RFC 4287 that a feed of ours can break, each with its section.</summary>
internal static partial class AtomRules
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly string[] FeedChildren = ["id", "title", "subtitle", "updated", "author", "generator", "link", "entry"];
    private static readonly string[] EntryChildren = ["id", "title", "updated", "published", "author", "link", "category", "summary"];

    /// <summary>What is wrong, one sentence each; empty for a valid feed.</summary>
    public static IReadOnlyList<string> Broken(byte[] body)
    {
        XDocument document;
        try
        {
            // Strict about characters and without any document type: what a careful reader does.
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
            document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException broken)
        {
            return [$"2: not well-formed: {broken.Message}"];
        }

        return document.Root is { } root && root.Name == Atom + "feed" ? [.. Feed(root), .. Texts(body)] : ["4.1.1: the root is no atom:feed"];
    }

    private static IEnumerable<string> Feed(XElement feed)
    {
        foreach (var problem in Once(feed, "4.1.1", "id", "title", "updated").Concat(AtMostOnce(feed, "subtitle")).Concat(Known(feed, FeedChildren)).Concat(Leaves(feed)).Concat(Links(feed)))
        {
            yield return problem;
        }

        if (feed.Elements(Atom + "link").Count(link => (string?)link.Attribute("rel") == "self") != 1)
        {
            yield return "4.1.1: a feed should have one link to itself";
        }

        var authored = feed.Elements(Atom + "author").Any();
        foreach (var entry in feed.Elements(Atom + "entry"))
        {
            if (!authored && !entry.Elements(Atom + "author").Any())
            {
                yield return "4.1.2: neither entry nor feed has an author";
            }

            foreach (var problem in Once(entry, "4.1.2", "id", "title", "updated").Concat(AtMostOnce(entry, "published", "summary"))
                .Concat(Known(entry, EntryChildren)).Concat(Leaves(entry)).Concat(Links(entry)))
            {
                yield return problem;
            }
        }

        var entries = feed.Elements(Atom + "entry").Select(entry => (string)entry.Element(Atom + "id")!).ToList();
        if (entries.Distinct(StringComparer.Ordinal).Count() != entries.Count)
        {
            yield return "4.1.1: two entries with one id";
        }
    }

    private static IEnumerable<string> Leaves(XElement parent)
    {
        foreach (var id in parent.Elements(Atom + "id").Where(id => !TagUri().IsMatch(id.Value)))
        {
            yield return $"4.2.6: not a tag URI (RFC 4151): {id.Value}";
        }

        foreach (var date in parent.Elements().Where(e => e.Name.LocalName is "updated" or "published"))
        {
            if (!DateTimeOffset.TryParseExact(date.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
            {
                yield return $"3.3: not a date: {date.Value}";
            }
        }

        foreach (var text in parent.Elements().Where(e => e.Name.LocalName is "title" or "subtitle" or "summary"))
        {
            if (text.HasElements || (string?)text.Attribute("type") is not (null or "text") || text.Value.Trim().Length == 0)
            {
                yield return $"3.1.1.1: {text.Name.LocalName} is no plain text";
            }
        }

        foreach (var name in parent.Elements(Atom + "author"))
        {
            if (name.Elements(Atom + "name").Count() != 1 || name.Value.Trim().Length == 0)
            {
                yield return "3.2.1: a person without a name";
            }
        }

        foreach (var category in parent.Elements(Atom + "category").Where(c => string.IsNullOrEmpty((string?)c.Attribute("term"))))
        {
            yield return $"4.2.2.1: a category without a term: {category}";
        }
    }

    private static IEnumerable<string> Links(XElement parent)
    {
        var links = parent.Elements(Atom + "link").ToList();
        foreach (var link in links.Where(link => !Uri.TryCreate((string?)link.Attribute("href"), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")))
        {
            yield return $"4.2.7.1: a link that leads nowhere: {link}";
        }

        var alternates = links.Where(link => (string?)link.Attribute("rel") is null or "alternate").Select(link => (string?)link.Attribute("type")).ToList();
        if (alternates.Count == 0)
        {
            yield return "4.1.2: no alternate link and no content";
        }
        else if (alternates.Distinct().Count() != alternates.Count)
        {
            yield return "4.1.1: two alternate links of one type";
        }
    }

    private static IEnumerable<string> Texts(byte[] body) =>
        Encoding.UTF8.GetString(body).EnumerateRunes().Where(rune => rune.Value != '\n' && Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control)
            .Select(rune => string.Create(CultureInfo.InvariantCulture, $"a control character: U+{rune.Value:X4}"));

    private static IEnumerable<string> Once(XElement parent, string section, params string[] names) =>
        names.Where(name => parent.Elements(Atom + name).Count() != 1).Select(name => $"{section}: not exactly one {name}");

    private static IEnumerable<string> AtMostOnce(XElement parent, params string[] names) =>
        names.Where(name => parent.Elements(Atom + name).Count() > 1).Select(name => $"4.1.2: more than one {name}");

    private static IEnumerable<string> Known(XElement parent, string[] names) =>
        parent.Elements().Where(child => child.Name.Namespace != Atom || !names.Contains(child.Name.LocalName)).Select(child => $"4: not expected here: {child.Name}");

    [GeneratedRegex(@"^tag:[A-Za-z0-9.-]+,[0-9]{4}:[A-Za-z0-9\-._~%!$&'()*+,;=:@/?]+$")]
    private static partial Regex TagUri();
}
