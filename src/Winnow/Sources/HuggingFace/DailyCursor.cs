using System.Text.Json;
using System.Text.Json.Serialization;

namespace Winnow.Sources.HuggingFace;

/// <summary>How far a walk through days is.</summary>
/// <param name="Day">The next day to read; between runs, the newest that was read.</param>
internal sealed partial record DailyCursor(DateOnly Day)
{
    /// <summary>Pages of the day that are read.</summary>
    public int Page { get; init; }

    /// <summary>Where the present run began; null between runs.</summary>
    public DateOnly? First { get; init; }

    /// <summary>The cursor, or null when there is none that can be understood: beginning again costs time and doubles nothing.</summary>
    internal static DailyCursor? Read(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize(text, DailyCursorJson.Default.DailyCursor);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal string Write() => JsonSerializer.Serialize(this, DailyCursorJson.Default.DailyCursor);

    internal DailyCursor NextDay() => this with { Day = Day.AddDays(1), Page = 0 };

    /// <summary>How much of the run is done, by days.</summary>
    internal double? Fraction(DateOnly today) =>
        First is { } first && today > first ? Math.Clamp((double)(Day.DayNumber - first.DayNumber) / (today.DayNumber - first.DayNumber + 1), 0, 1) : null;

    [JsonSerializable(typeof(DailyCursor))]
    private sealed partial class DailyCursorJson : JsonSerializerContext;
}
