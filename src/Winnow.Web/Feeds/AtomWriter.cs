using System.Globalization;
using System.Xml;

namespace Winnow.Web.Feeds;

/// <summary>Writes feeds as RFC 4287 has them. Ids are tag URIs (RFC 4151).</summary>
internal static class AtomWriter
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string FeedType = "application/atom+xml";

    /// <param name="feed">What to say.</param>
    /// <param name="origin">Scheme and host that the reader used, such as <c>https://papers.example.org</c>: addresses in a feed are absolute.</param>
    public static byte[] Write(Feed feed, Uri origin)
    {
        using var target = new MemoryStream();
        using (var xml = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), NewLineHandling = NewLineHandling.None }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", Atom, FeedId(feed, origin));
            xml.WriteElementString("title", Atom, Named(feed.Title));
            if (FeedText.Lines(feed.Subtitle) is { Length: > 0 } subtitle)
            {
                xml.WriteElementString("subtitle", Atom, subtitle);
            }

            xml.WriteElementString("updated", Atom, Time(feed.Updated));
            Person(xml, "Winnow");
            xml.WriteElementString("generator", Atom, "Winnow");
            Link(xml, "self", FeedType, Absolute(origin, FeedAddress.Page(feed.Address, feed.Number)));
            Link(xml, "alternate", "text/html", Absolute(origin, feed.Page));
            WritePaging(xml, feed, origin);
            foreach (var entry in feed.Entries)
            {
                WriteEntry(xml, entry, origin);
            }

            xml.WriteEndElement();
        }

        return target.ToArray();
    }

    /// <summary>RFC 5005.</summary>
    private static void WritePaging(XmlWriter xml, Feed feed, Uri origin)
    {
        if (feed.Number > 1)
        {
            Link(xml, "first", FeedType, Absolute(origin, feed.Address));
            Link(xml, "previous", FeedType, Absolute(origin, FeedAddress.Page(feed.Address, feed.Number - 1)));
        }

        if (feed.HasMore)
        {
            Link(xml, "next", FeedType, Absolute(origin, FeedAddress.Page(feed.Address, feed.Number + 1)));
        }
    }

    private static void WriteEntry(XmlWriter xml, FeedEntry entry, Uri origin)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, $"tag:winnow,2026:{entry.Name}");
        xml.WriteElementString("title", Atom, Named(entry.Title));
        xml.WriteElementString("updated", Atom, Time(entry.Updated));
        if (entry.Published is { } published)
        {
            xml.WriteElementString("published", Atom, Time(published));
        }

        foreach (var author in entry.Authors)
        {
            Person(xml, author);
        }

        Link(xml, "alternate", "text/html", Absolute(origin, entry.Page));
        if (entry.Pdf is not null)
        {
            Link(xml, "related", "application/pdf", entry.Pdf);
        }

        foreach (var category in entry.Categories.Select(FeedText.Line).Where(category => category.Length > 0).Distinct(StringComparer.Ordinal))
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", category);
            xml.WriteEndElement();
        }

        if (entry.Summary.Length > 0)
        {
            xml.WriteElementString("summary", Atom, entry.Summary);
        }

        xml.WriteEndElement();
    }

    private static void Person(XmlWriter xml, string name)
    {
        if (FeedText.Line(name) is { Length: > 0 } clean)
        {
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, clean);
            xml.WriteEndElement();
        }
    }

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    /// <summary>Two Winnows have different feeds at the same path, so a feed's id has the host; an IPv6 address is no name for a tag URI.</summary>
    private static string FeedId(Feed feed, Uri origin) =>
        $"tag:{(origin.HostNameType == UriHostNameType.IPv6 ? "localhost" : origin.IdnHost)},2026:{feed.Address}";

    private static string Absolute(Uri origin, string path) => origin.GetLeftPart(UriPartial.Authority) + path;

    private static string Named(string title) => FeedText.Line(title) is { Length: > 0 } clean ? clean : "Untitled";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
