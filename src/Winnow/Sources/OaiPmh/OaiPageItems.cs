using System.Text;
using Winnow.Sources.Syncing;

namespace Winnow.Sources.OaiPmh;

/// <summary>
/// The items of a harvested page. Where one record's XML is damaged, a parser cannot read past it: then the page is cut at its <c>record</c> elements and each
/// is read alone, so that the damaged one is set aside and the others are not lost with it.
/// </summary>
internal static class OaiPageItems
{
    private static readonly byte[] Prefix = "<OAI-PMH xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><ListRecords>"u8.ToArray();
    private static readonly byte[] Suffix = "</ListRecords></OAI-PMH>"u8.ToArray();

    internal static IReadOnlyList<ReadItem> Read(OaiFormat format, ReadOnlyMemory<byte> body, bool isDamaged, string place, TimeProvider clock)
    {
        if (!isDamaged)
            return PageItems.Read(format, body, place, clock);

        var items = new List<ReadItem>();
        var number = 0;
        foreach (var record in Records(body))
        {
            number++;
            var read = PageItems.Read(format, (byte[])[.. Prefix, .. record.Span, .. Suffix], place, clock);
            // The format tells of the damage after what it could read; the record is one either way.
            items.Add(read.Count > 0
                ? read[0] with { Place = new RecordPlace(place, null, number) }
                : new RejectedRecord(new RecordPlace(place, null, number), "The record holds nothing that can be read.", Excerpt(record)));
        }

        return items;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Records(ReadOnlyMemory<byte> body)
    {
        var at = Next(body.Span, 0);
        while (at >= 0)
        {
            // A record whose end is lost ends where the next begins.
            var following = Next(body.Span, at + 1);
            var piece = following < 0 ? body[at..] : body[at..following];
            var end = piece.Span.LastIndexOf("</record>"u8);
            yield return end < 0 ? piece : piece[..(end + "</record>".Length)];
            at = following;
        }
    }

    private static int Next(ReadOnlySpan<byte> body, int from)
    {
        while (body[from..].IndexOf("<record"u8) is >= 0 and var found)
        {
            from += found;
            if (from + 7 < body.Length && body[from + 7] is (byte)'>' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
                return from;

            from++;
        }

        return -1;
    }

    private static string Excerpt(ReadOnlyMemory<byte> record) =>
        Encoding.UTF8.GetString(record.Span[..Math.Min(record.Length, RejectedRecord.ExcerptLength)]);
}
