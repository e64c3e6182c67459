using System.Text.Json;
using Winnow.Papers;
using Winnow.Papers.Text;
using Winnow.Sources.Fields;
using Winnow.Sources.Venues;
using Winnow.Trends.Signals;

namespace Winnow.Sources.OpenAlex;

/// <summary>A work of OpenAlex in Winnow's terms.</summary>
internal static class OpenAlexAdapter
{
    private const string Source = "openalex";
    private const TextMarkup Markup = TextMarkup.TeX | TextMarkup.Html;

    /// <summary>No abstract has more words; positions beyond are damage, and would ask for memory.</summary>
    private const int MaxWords = 200_000;

    internal static AdaptedRecord Adapt(OpenAlexWork work)
    {
        if (!Identifier.TryParse(IdentifierScheme.OpenAlex, work.Id, out var id))
            throw new UnreadableRecordException("The work has no OpenAlex id.");

        var identifiers = new IdentifierSet().Add(IdentifierScheme.OpenAlex, work.Id).Add(IdentifierScheme.Doi, work.Doi).Add(IdentifierScheme.PubMed, work.Ids?.PubMed);
        foreach (var location in work.Locations.Prepend(work.PrimaryLocation).OfType<OpenAlexLocation>())
            identifiers.Add(location.LandingPage);

        var summary = MarkupText.Of(Abstract(work.AbstractInvertedIndex));
        return new AdaptedRecord(Source, id.Value, new RecordFields
        {
            Title = RecordText.Title(MarkupText.Of(work.Title ?? work.DisplayName), Markup),
            Abstract = RecordText.Prose(summary, Markup),
            Authors = AuthorNames.Of(work.Authorships.Select(authorship => (authorship.Author ?? authorship.RawName, string.Join("; ", authorship.Institutions) is { Length: > 0 } all ? all : null)), Markup),
            Year = PublicationDate.Year(work.PublicationYear),
            Published = PublicationDate.Day(work.PublicationDate),
            Venue = RecordText.Line(VenueNames.Canonical(work.PrimaryLocation?.Source ?? work.PrimaryLocation?.RawSourceName), Markup),
            Keywords = RecordText.Lines(work.Keywords, Markup),
            Identifiers = identifiers.ToList(),
            Url = RecordText.Link(work.PrimaryLocation?.LandingPage) ?? id.Url,
            Pdf = RecordText.Link(work.PrimaryLocation?.Pdf) ?? RecordText.Link(work.BestOpenLocation?.Pdf),
            Code = CodeLink.Find(summary),
            Withdrawn = work.IsRetracted,
        })
        {
            Counts = [new SeenCount(SignalKind.Citation, Source, work.CitedBy)],
        };
    }

    /// <summary>Puts each word at its positions.</summary>
    private static string? Abstract(JsonElement index)
    {
        if (index.ValueKind != JsonValueKind.Object)
            return null;

        var words = new SortedDictionary<int, string>();
        foreach (var word in index.EnumerateObject().Where(word => word.Value.ValueKind == JsonValueKind.Array))
        {
            foreach (var position in word.Value.EnumerateArray())
            {
                if (position.ValueKind == JsonValueKind.Number && position.TryGetInt32(out var at) && at is >= 0 and < MaxWords)
                    words[at] = word.Name;
            }
        }

        // The heading is a word like the others.
        return words.Count == 0 ? null : string.Join(' ', words.Values.First() == "Abstract" ? words.Values.Skip(1) : words.Values);
    }
}
