using System.Text.Json;
using System.Text.Json.Serialization;

namespace Winnow.Sources.ArXiv;

/// <summary>How far a list that begins with its newest is.</summary>
internal sealed partial record SearchCursor
{
    /// <summary>A day's papers may still come when it was read.</summary>
    private const int OverlapDays = 1;

    /// <summary>What changed before this day is known.</summary>
    public required DateOnly KnownUntil { get; init; }

    /// <summary>How many of the list the present run has read; 0 between runs.</summary>
    public int Start { get; init; }

    /// <summary>The newest change that the present run has met.</summary>
    public DateOnly? Newest { get; init; }

    /// <returns>Null for no cursor, and for one that a newer Winnow wrote: beginning again costs time and doubles nothing.</returns>
    internal static SearchCursor? Read(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize(text, SearchCursorJson.Default.SearchCursor);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal string Write() => JsonSerializer.Serialize(this, SearchCursorJson.Default.SearchCursor);

    /// <param name="days">When the papers of a page changed.</param>
    /// <param name="entries">How many entries it had.</param>
    internal SearchCursor After(IReadOnlyCollection<DateOnly> days, int entries) =>
        this with { Start = Start + entries, Newest = Newest ?? (days.Count > 0 ? days.Max() : null) };

    /// <summary>The run is done. A clock that is behind must not make the next one read less.</summary>
    internal SearchCursor End(DateOnly today)
    {
        var newest = (Newest ?? KnownUntil) < today ? Newest ?? KnownUntil : today;
        var known = newest.AddDays(-OverlapDays);
        return new SearchCursor { KnownUntil = known > KnownUntil ? known : KnownUntil };
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(SearchCursor))]
    private sealed partial class SearchCursorJson : JsonSerializerContext;
}
