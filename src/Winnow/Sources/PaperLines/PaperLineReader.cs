using System.Buffers;
using System.Text;
using System.Text.Json;
using Winnow.Sources.Json;

namespace Winnow.Sources.PaperLines;

/// <summary>Reads one line token by token: this is the format in which whole libraries come, and objects in between would cost more than all the rest.</summary>
internal static class PaperLineReader
{
    private const int LongestName = 24;

    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, MaxDepth = 64 };

    private static readonly Dictionary<string, Action<PaperLine, string>>.AlternateLookup<ReadOnlySpan<char>> Texts =
        new Dictionary<string, Action<PaperLine, string>>(StringComparer.Ordinal)
        {
            ["id"] = (line, text) => line.Id = text,
            ["title"] = (line, text) => line.Title = text,
            ["abstract"] = (line, text) => line.Abstract = text,
            ["year"] = (line, text) => line.Year = text,
            ["published"] = (line, text) => line.Published = text,
            ["updated"] = (line, text) => line.Updated = text,
            ["venue"] = (line, text) => line.Venue = text,
            ["status"] = (line, text) => line.Status = text,
            ["track"] = (line, text) => line.Track = text,
            ["session"] = (line, text) => line.Session = text,
            ["url"] = (line, text) => line.Url = text,
            ["pdf"] = (line, text) => line.Pdf = text,
            ["code"] = (line, text) => line.Code = text,
            ["project"] = (line, text) => line.Project = text,
            ["source"] = (line, text) => line.Source = text,
            ["comment"] = (line, text) => line.Comment = text,
            ["tldr"] = (line, text) => line.Tldr = text,
            ["arxiv"] = (line, text) => line.ArXiv = text,
            ["doi"] = (line, text) => line.Doi = text,
            ["acl"] = (line, text) => line.Acl = text,
            ["openreview"] = (line, text) => line.OpenReview = text,
            ["semanticscholar"] = (line, text) => line.SemanticScholar = text,
            ["openalex"] = (line, text) => line.OpenAlex = text,
            ["dblp"] = (line, text) => line.Dblp = text,
            ["pubmed"] = (line, text) => line.PubMed = text,
            // What crawlers of arXiv and of Hugging Face call the same things.
            ["summary"] = (line, text) => line.Abstract ??= text,
            ["abs"] = (line, text) => line.Url ??= text,
            ["announced"] = (line, text) => line.Published ??= text,
            ["published_at"] = (line, text) => line.Published ??= text,
            ["github"] = (line, text) => line.Code ??= text,
            ["ai_summary"] = (line, text) => line.Tldr ??= text,
            ["upvotes"] = (line, text) => line.Upvotes = text,
            ["comments"] = (line, text) => line.Comments = text,
            ["github_stars"] = (line, text) => line.GithubStars = text,
            ["submitted_on_daily_at"] = (line, text) => line.SubmittedOnDailyAt = text,
            ["snapshot_at"] = (line, text) => line.SnapshotAt = text,
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, Func<PaperLine, List<string>>>.AlternateLookup<ReadOnlySpan<char>> Lists =
        new Dictionary<string, Func<PaperLine, List<string>>>(StringComparer.Ordinal)
        {
            ["authors"] = line => line.Authors,
            ["author"] = line => line.Authors,
            ["affiliations"] = line => line.Affiliations,
            ["categories"] = line => line.Categories,
            ["keywords"] = line => line.Keywords,
            ["ai_keywords"] = line => line.Keywords,
            ["identifiers"] = line => line.Identifiers,
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="UnreadableRecordException">It is no object.</exception>
    internal static PaperLine Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new UnreadableRecordException("The record is not a JSON object.");

        var line = new PaperLine();
        Span<char> name = stackalloc char[LongestName];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isShort = Ascii.ToUtf16(reader.ValueSpan, name, out var length) == OperationStatus.Done;
            reader.Read();
            if (isShort && Texts.TryGetValue(name[..length], out var set))
            {
                if (LenientText.ReadAny(ref reader) is { Length: > 0 } text)
                    set(line, text);
            }
            else if (isShort && Lists.TryGetValue(name[..length], out var list))
            {
                LenientTexts.Add(ref reader, list(line));
            }
            else if (isShort && name[..length] is "observations")
            {
                PaperLineObservations.Read(ref reader, line.Observations);
            }
            else
            {
                reader.Skip();
            }
        }

        // Anything but white space after the object throws.
        reader.Read();
        return line;
    }
}
