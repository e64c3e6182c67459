using System.Text.Json;
using System.Text.Json.Serialization;
using Winnow.Sources.Fetching;

namespace Winnow.Sources.Syncing;

/// <summary>A source that is one page, such as a feed: read again only when it has changed. Its cursor is what the server said of the page's version.</summary>
internal static partial class ConditionalPage
{
    /// <param name="client">Asks.</param>
    /// <param name="request">For the page; <see cref="FetchRequest.Known"/> is filled in here.</param>
    /// <param name="format">What the page has to be in.</param>
    /// <param name="position">With the cursor that the last page gave.</param>
    /// <param name="clock">As <see cref="ReadContext.Clock"/>.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="SourceException">The page cannot be read, or is in another format.</exception>
    internal static async Task<SourcePage> ReadAsync(
        SourceClient client, FetchRequest request, IRecordFormat format, SourcePosition position, TimeProvider clock, CancellationToken cancel)
    {
        var page = await client.FetchAsync(request with { Known = Read(position.Cursor) }, cancel).ConfigureAwait(false);
        if (page.IsUnchanged)
            return new SourcePage([], position.Cursor, IsLast: true);

        page.Required();
        Recognise(format, page);
        var cursor = page.Validators is { } known ? JsonSerializer.Serialize(known, PageValidatorsJson.Default.PageValidators) : null;
        return new SourcePage(PageItems.Read(format, page, clock), cursor, IsLast: true);
    }

    private static PageValidators? Read(string? cursor)
    {
        try
        {
            return cursor is null ? null : JsonSerializer.Deserialize(cursor, PageValidatorsJson.Default.PageValidators);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Recognise(IRecordFormat format, FetchedPage page)
    {
        try
        {
            using var content = PageItems.Open(page.Body);
            if (!format.Sniff(content.Head, page.Address.AbsolutePath))
                throw new SourceException($"{PageItems.Place(page.Address)} is not what was expected there ({format.Description}). {UnknownInput.Describe(content.Head, page.Address.AbsolutePath)}");
        }
        catch (InvalidDataException damage)
        {
            throw new SourceException($"{PageItems.Place(page.Address)} cannot be read: {damage.Message}", damage);
        }
    }

    [JsonSerializable(typeof(PageValidators))]
    private sealed partial class PageValidatorsJson : JsonSerializerContext;
}
