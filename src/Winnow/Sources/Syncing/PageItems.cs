using Winnow.Sources.Decoding;
using Winnow.Sources.Fetching;

namespace Winnow.Sources.Syncing;

/// <summary>Reads a fetched page with the format that files of its kind have.</summary>
public static class PageItems
{
    /// <param name="format">What the page is in.</param>
    /// <param name="page">The whole page.</param>
    /// <param name="clock">As <see cref="ReadContext.Clock"/>.</param>
    /// <returns>Never throws for what is wrong with the page: that becomes a <see cref="RejectedRecord"/>.</returns>
    public static IReadOnlyList<ReadItem> Read(IRecordFormat format, FetchedPage page, TimeProvider clock) => Read(format, page.Body, Place(page.Address), clock);

    internal static IReadOnlyList<ReadItem> Read(IRecordFormat format, ReadOnlyMemory<byte> body, string place, TimeProvider clock)
    {
        var items = new List<ReadItem>();
        try
        {
            using var content = DecodedStream.Open(new MemoryStream(body.ToArray(), writable: false));
            items.AddRange(format.Read(content, new ReadContext(place, clock)));
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException)
        {
            items.Add(new RejectedRecord(new RecordPlace(place, null, null), damage.Message));
        }

        return items;
    }

    /// <summary>An address as a report may show it: a query may hold a key.</summary>
    internal static string Place(Uri address)
    {
        var query = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !pair.Contains("key", StringComparison.OrdinalIgnoreCase) && !pair.StartsWith("token=", StringComparison.OrdinalIgnoreCase));
        var shown = string.Join('&', query);
        return shown.Length == 0 ? address.GetLeftPart(UriPartial.Path) : $"{address.GetLeftPart(UriPartial.Path)}?{shown}";
    }
}
