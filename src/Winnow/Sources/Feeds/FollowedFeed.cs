using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;

namespace Winnow.Sources.Feeds;

/// <summary>Any RSS or Atom feed that somebody names: a journal's, a lab's, a blog's. Its address may lead to the public internet alone.</summary>
/// <param name="client">Asks.</param>
/// <param name="clock">Dates what is read.</param>
public sealed class FollowedFeed(SourceClient client, TimeProvider clock) : ILiveSource
{
    private const int LongestAddress = 2000;

    private readonly FeedFormat _format = new();

    public string Kind => "feed";

    public string Description => "any RSS or Atom feed, by its address";

    public string Follows => "the address of a feed, such as https://example.org/feed.xml";

    public TimeSpan Interval => TimeSpan.FromHours(2);

    public string Check(string follows)
    {
        var text = follows.Trim();
        // What people copy from a browser may lack the scheme, and what they copy from a podcast page has its own.
        text = text.StartsWith("feed://", StringComparison.OrdinalIgnoreCase) ? $"https://{text["feed://".Length..]}" : text;
        if (text.Length is 0 or > LongestAddress || !Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new SourceException($"\"{Shortened(text)}\" is no address of a feed such as https://example.org/feed.xml.") { NeedsPerson = true };

        return address.UserInfo.Length == 0 && address.Host.Length > 0
            ? new UriBuilder(address) { Fragment = "" }.Uri.AbsoluteUri
            : throw new SourceException("The address of a feed must not hold a user name or a password.") { NeedsPerson = true };
    }

    public async Task<SourcePage> ReadAsync(SourcePosition position, CancellationToken cancel)
    {
        var address = new Uri(position.Follows);
        var page = await ConditionalPage.ReadAsync(client, new FetchRequest(address) { IsTyped = true }, _format, position, clock, cancel).ConfigureAwait(false);
        return page with { Items = [.. page.Items.Select(item => Own(item, address))] };
    }

    /// <summary>An entry's id that is no address, such as 17, means something in its own feed only.</summary>
    private static ReadItem Own(ReadItem item, Uri feed) => item is ReadRecord { Record: { Source: FeedEntryAdapter.Source } record } read && !Uri.TryCreate(record.Key, UriKind.Absolute, out _)
        ? read with { Record = record with { Key = $"{feed.Host}{feed.AbsolutePath}#{record.Key}" } }
        : item;

    private static string Shortened(string text) => text.Length <= 80 ? text : $"{text[..80]}…";
}
