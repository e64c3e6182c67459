using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;

namespace Winnow.Sources.AclAnthology;

/// <summary>
/// What the ACL Anthology has of a collection, a volume, or an event with all that is held beside it: the Anthology's own XML, a collection a page, each read
/// again only when it has changed.
/// </summary>
/// <param name="client">Asks.</param>
/// <param name="endpoint">The folder of the collections; <see cref="Usual"/> unless a setting names another.</param>
/// <param name="clock">Dates what is read.</param>
public sealed partial class AnthologyEvents(SourceClient client, Uri endpoint, TimeProvider clock) : ILiveSource
{
    private readonly AnthologyFormat _format = new();

    public static Uri Usual { get; } = new("https://raw.githubusercontent.com/acl-org/acl-anthology/master/data/xml/");

    public string Kind => "acl";

    public string Description => "papers of the ACL Anthology, by event, collection or volume";

    public string Follows => "an event such as acl-2025 (or \"ACL 2025\"), a collection such as 2025.acl, or a volume such as 2025.acl-long";

    public TimeSpan Interval => TimeSpan.FromDays(1);

    public string Check(string follows)
    {
        var text = follows.Trim().Replace(' ', '-').ToLowerInvariant();
        if (Event().IsMatch(text) || Collection().IsMatch(text))
            return text;

        throw new SourceException($"\"{follows.Trim()}\" is nothing that the ACL Anthology has; name an event such as acl-2025, a collection such as 2025.acl, or a volume such as 2025.acl-long.")
        {
            NeedsPerson = true,
        };
    }

    public async Task<SourcePage> ReadAsync(SourcePosition position, CancellationToken cancel)
    {
        var followed = Wanted.Of(position.Follows);
        var cursor = AnthologyCursor.Read(position.Cursor);
        if (position.IsFirstOfRun && cursor.Left.Count == 0)
            cursor = cursor with { Left = [followed.Collection], Done = 0 };

        var collection = cursor.Left[0];
        var request = new FetchRequest(new Uri(endpoint, $"{collection}.xml")) { Known = cursor.Known.GetValueOrDefault(collection) };
        var page = await client.FetchAsync(request, cancel).ConfigureAwait(false);
        var isFirst = cursor.Done == 0;
        if (page.Status == HttpStatusCode.NotFound)
        {
            return isFirst
                ? throw new SourceException($"The ACL Anthology has no collection {collection} (yet).") { NeedsPerson = true }
                : Next(cursor, collection, [], null);
        }

        page.Required();
        if (page.IsUnchanged)
            return Next(cursor, collection, [], request.Known);

        if (!_format.Sniff(page.Body.Span[..Math.Min(page.Body.Length, RecordFormats.HeadLength)], collection))
            throw new SourceException($"{PageItems.Place(page.Address)} is not the ACL Anthology's XML.");

        var beside = isFirst && followed.EventId is { } id ? Colocated.Of(page.Body, id) : null;
        if (beside is not null)
            cursor = cursor with { Beside = beside };

        return Next(cursor, collection, followed.Choose(PageItems.Read(_format, page, clock), collection, cursor.Beside), page.Validators);
    }

    private static SourcePage Next(AnthologyCursor cursor, string collection, IReadOnlyList<ReadItem> items, PageValidators? known)
    {
        var next = cursor.After(collection, known);
        return new SourcePage(items, next.Write(), next.Left.Count == 0)
        {
            Fraction = next.Left.Count == 0 ? 1 : (double)next.Done / (next.Done + next.Left.Count),
        };
    }

    /// <summary>acl-2025.</summary>
    [GeneratedRegex(@"^[a-z][a-z0-9]*-\d{4}$")]
    private static partial Regex Event();

    /// <summary>2025.acl, 2025.acl-long, and of the years before 2020 P19, P19-1.</summary>
    [GeneratedRegex(@"^(\d{4}\.[a-z0-9]+|[a-z]\d{2})(-[a-z0-9]+)?$")]
    private static partial Regex Collection();

    /// <summary>What a person follows, taken apart.</summary>
    private sealed record Wanted(string Collection, string? Volume, string? EventId)
    {
        internal static Wanted Of(string follows)
        {
            if (Event().IsMatch(follows))
            {
                var dash = follows.LastIndexOf('-');
                return new Wanted(string.Create(CultureInfo.InvariantCulture, $"{follows[(dash + 1)..]}.{follows[..dash]}"), null, follows);
            }

            var parts = follows.Split('-', 2);
            // The names of the old collections begin with a capital.
            var collection = parts[0].Length == 3 ? parts[0].ToUpperInvariant() : parts[0];
            return new Wanted(collection, parts.Length > 1 ? parts[1] : null, null);
        }

        /// <summary>Of the collection itself all, or one volume; of those that are held beside it their volumes there.</summary>
        internal IReadOnlyList<ReadItem> Choose(IReadOnlyList<ReadItem> items, string collection, IReadOnlyList<string> beside)
        {
            if (collection == Collection)
                return Volume is null ? items : [.. items.Where(item => item is not ReadRecord { Record: var record } || IsIn(record.Key, collection, Volume))];

            string[] volumes = [.. beside.Select(volume => volume.Split('-', 2)).Where(parts => parts[0] == collection && parts.Length > 1).Select(parts => parts[1])];
            return [.. items.Where(item => item is not ReadRecord { Record: var record } || volumes.Any(volume => IsIn(record.Key, collection, volume)))];
        }

        /// <summary>2025.acl-long.17 is in the volume long; P19-1001 is in volume 1; of workshops, W19-0101 is in volume 1.</summary>
        private static bool IsIn(string key, string collection, string volume)
        {
            var rest = key.StartsWith($"{collection}-", StringComparison.OrdinalIgnoreCase) ? key[(collection.Length + 1)..] : "";
            return rest.Contains('.', StringComparison.Ordinal)
                ? rest.StartsWith($"{volume}.", StringComparison.OrdinalIgnoreCase)
                : rest.Length == 4 && rest.StartsWith(collection.StartsWith('W') ? volume.PadLeft(2, '0') : volume, StringComparison.Ordinal);
        }
    }
}
