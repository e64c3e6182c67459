using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Winnow.Sources.Syncing;

namespace Winnow.Sources.OaiPmh;

/// <summary>What stands around the records of an OAI-PMH answer: the wire shape that harvesting needs.</summary>
internal sealed partial record OaiEnvelope
{
    /// <summary>The answer's outermost element is the protocol's.</summary>
    internal bool IsOai { get; private init; }

    /// <summary>The server's day, by which its datestamps are counted.</summary>
    internal DateOnly? ResponseDay { get; private init; }

    internal string? ErrorCode { get; private init; }

    internal string? ErrorText { get; private init; }

    /// <summary>Null on the last page.</summary>
    internal string? Token { get; private init; }

    internal DateTimeOffset? TokenExpires { get; private init; }

    /// <summary>Records of the whole list, where the server counts them.</summary>
    internal long? ListSize { get; private init; }

    /// <summary>Records before this page, where the server counts them.</summary>
    internal long? ListPosition { get; private init; }

    /// <summary>Records on this page.</summary>
    internal int Records { get; private init; }

    /// <summary>The newest datestamp on this page.</summary>
    internal DateOnly? NewestDay { get; private init; }

    /// <summary>The XML is damaged somewhere: what stands here was found without parsing.</summary>
    internal bool IsDamaged { get; private init; }

    internal static OaiEnvelope Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var content = PageItems.Open(body);
            return Parse(content);
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException)
        {
            return Search(Encoding.UTF8.GetString(body.Span));
        }
    }

    private static OaiEnvelope Parse(Stream content)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, IgnoreComments = true };
        using var reader = XmlReader.Create(new StreamReader(content), settings);
        var envelope = new OaiEnvelope();
        var days = new List<DateOnly>();
        var more = reader.Read();
        while (more)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                more = reader.Read();
                continue;
            }

            switch (reader.LocalName)
            {
                case "OAI-PMH" when reader.Depth == 0:
                    envelope = envelope with { IsOai = true };
                    more = reader.Read();
                    break;
                case "responseDate":
                    envelope = envelope with { ResponseDay = Day(reader.ReadElementContentAsString()) };
                    break;
                case "error" when reader.Depth == 1:
                    envelope = envelope with { ErrorCode = reader.GetAttribute("code") ?? "", ErrorText = reader.ReadElementContentAsString() };
                    break;
                case "datestamp":
                    if (Day(reader.ReadElementContentAsString()) is { } day)
                        days.Add(day);

                    break;
                case "metadata" or "about":
                    reader.Skip();
                    break;
                case "resumptionToken":
                    envelope = envelope.WithToken(reader.GetAttribute("expirationDate"), reader.GetAttribute("completeListSize"), reader.GetAttribute("cursor"), reader.ReadElementContentAsString());
                    break;
                default:
                    more = reader.Read();
                    break;
            }
        }

        return envelope.WithDays(days);
    }

    private static OaiEnvelope Search(string text)
    {
        var envelope = new OaiEnvelope { IsDamaged = true, IsOai = text.Contains("<OAI-PMH", StringComparison.Ordinal) };
        if (TokenElement().Matches(text).LastOrDefault() is { } token)
            envelope = envelope.WithToken(null, null, null, System.Net.WebUtility.HtmlDecode(token.Groups[1].Value));

        return envelope.WithDays([.. Datestamp().Matches(text).Select(match => Day(match.Groups[1].Value)).OfType<DateOnly>()]);
    }

    private OaiEnvelope WithToken(string? expires, string? size, string? position, string token) => this with
    {
        Token = string.IsNullOrWhiteSpace(token) ? null : token.Trim(),
        TokenExpires = DateTimeOffset.TryParse(expires, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null,
        ListSize = long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var records) ? records : null,
        ListPosition = long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null,
    };

    private OaiEnvelope WithDays(List<DateOnly> days) => days.Count == 0 ? this : this with { Records = days.Count, NewestDay = days.Max() };

    private static DateOnly? Day(string text) =>
        text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex("<resumptionToken[^>]*>([^<]*)</resumptionToken>")]
    private static partial Regex TokenElement();

    [GeneratedRegex("<datestamp>([^<]*)</datestamp>")]
    private static partial Regex Datestamp();
}
