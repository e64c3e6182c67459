using System.Globalization;
using System.Text;
using System.Text.Json;
using Winnow.Papers;

namespace Winnow.Storage.Tests.Library;

/// <summary>All that a reader can see of a library but the positions of changes, which tell its history: two libraries with equal dumps are the same.</summary>
internal static class LibraryDump
{
    internal static async Task<string> OfAsync(IPaperLibrary library, CancellationToken cancel)
    {
        var text = new StringBuilder();
        var papers = (await ChangesAsync(library, cancel)).Select(change => change.Paper).OfType<Paper>().OrderBy(paper => paper.Id).ToList();
        foreach (var paper in papers)
        {
            text.AppendLine(JsonSerializer.Serialize(paper with { Provenance = new SortedDictionary<string, RecordId>(paper.Provenance.ToDictionary()) }));
            foreach (var record in await library.GetRecordsAsync(paper.Id, cancel))
            {
                text.Append("  ").Append(record.Record.Id).Append(' ').Append(record.Record.Source).Append(' ').Append(record.Record.Key).Append(' ')
                    .Append(record.Paper).Append(' ').Append(Encoding.UTF8.GetString(record.Record.Raw.Span)).Append(" deleted ").AppendLine(record.DeletedOn?.ToString("o", CultureInfo.InvariantCulture));
                var alias = await library.FindAsync(record.Record.Id.AsPaper, cancel);
                text.Append("  alias of ").AppendLine(alias?.Id.ToString());
            }
        }

        await AppendListsAsync(text, library, cancel);
        return text.ToString();
    }

    private static async Task AppendListsAsync(StringBuilder text, IPaperLibrary library, CancellationToken cancel)
    {
        foreach (var venue in await library.GetVenuesAsync(cancel))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{venue.Venue} {venue.Papers}: {string.Join(", ", venue.Years)}");
            var page = await library.GetByVenueAsync(venue.Venue, null, 0, 1000, cancel);
            text.AppendLine(CultureInfo.InvariantCulture, $"  {page.Total}: {string.Join(' ', page.Papers.Select(paper => paper.Id).Order())}");
        }

        foreach (var author in await library.GetAuthorsAsync("", 1000, cancel))
        {
            var page = await library.GetByAuthorAsync(author.Name, 0, 1000, cancel);
            text.AppendLine(CultureInfo.InvariantCulture, $"{author.Name} {author.Papers} {page.Total}: {string.Join(' ', page.Papers.Select(paper => paper.Id))}");
        }

        var counts = await library.CountAsync(cancel);
        text.AppendLine(CultureInfo.InvariantCulture, $"{counts.Papers} {counts.WithAbstract} {counts.Records} {counts.OnlySample}: {string.Join(", ", counts.BySource)}");
        var newest = await library.GetNewestAsync(0, 1000, cancel);
        text.AppendLine(CultureInfo.InvariantCulture, $"{newest.Total} newest: {string.Join(' ', newest.Papers.Select(paper => paper.Published ?? new DateOnly(paper.Year ?? 1, 1, 1)))}");
    }

    private static async Task<List<PaperChange>> ChangesAsync(IPaperLibrary library, CancellationToken cancel)
    {
        var all = new List<PaperChange>();
        while (await library.GetChangesAsync(all.Count == 0 ? 0 : all[^1].Position, 7, cancel) is { Count: > 0 } some)
        {
            all.AddRange(some);
        }

        return all;
    }
}
