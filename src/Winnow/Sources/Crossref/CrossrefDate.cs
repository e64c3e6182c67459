using System.Text.Json;
using System.Text.Json.Serialization;

namespace Winnow.Sources.Crossref;

/// <summary>Year, month and day, of which the last may be missing.</summary>
internal sealed class CrossrefDate
{
    [JsonPropertyName("date-parts")]
    public JsonElement DateParts { get; init; }
}
