using System.Runtime.InteropServices;
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
            using var content = Open(body);
            items.AddRange(format.Read(content, new ReadContext(place, clock)));
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException)
        {
            items.Add(new RejectedRecord(new RecordPlace(place, null, null), damage.Message));
        }

        return items;
    }

    /// <summary>The page as formats read it, without a copy: it may have 20 MiB.</summary>
    /// <exception cref="InvalidDataException">Its beginning cannot be decoded.</exception>
    internal static DecodedStream Open(ReadOnlyMemory<byte> body) => DecodedStream.Open(
        MemoryMarshal.TryGetArray(body, out var bytes) ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false) : new MemoryStream(body.ToArray(), writable: false));

    /// <summary>An address as a report may show it: a query may hold a key.</summary>
    internal static string Place(Uri address)
    {
        var query = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !pair.Contains("key", StringComparison.OrdinalIgnoreCase) && !pair.StartsWith("token=", StringComparison.OrdinalIgnoreCase));
        var shown = string.Join('&', query);
        return shown.Length == 0 ? address.GetLeftPart(UriPartial.Path) : $"{address.GetLeftPart(UriPartial.Path)}?{shown}";
    }
}
