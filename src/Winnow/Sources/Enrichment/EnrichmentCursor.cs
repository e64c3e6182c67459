using System.Text.Json;
using System.Text.Json.Serialization;

namespace Winnow.Sources.Enrichment;

/// <summary>How far a walk through the library is.</summary>
internal sealed partial record EnrichmentCursor
{
    /// <summary>The change of the library that was looked at last.</summary>
    public long Position { get; init; }

    /// <summary>Where the present run ends: what it brings changes the library, and must not lead it on for ever. Null between runs.</summary>
    public long? Target { get; init; }

    /// <summary>Where the present run began.</summary>
    public long First { get; init; }

    /// <summary>Whether the run asks again for what it knows already, because counts grow.</summary>
    public bool Again { get; init; }

    /// <summary>When all was last asked for.</summary>
    public DateOnly? Complete { get; init; }

    internal static EnrichmentCursor Read(string? text)
    {
        try
        {
            return text is null ? new EnrichmentCursor() : JsonSerializer.Deserialize(text, EnrichmentCursorJson.Default.EnrichmentCursor) ?? new EnrichmentCursor();
        }
        catch (JsonException)
        {
            return new EnrichmentCursor();
        }
    }

    internal string Write() => JsonSerializer.Serialize(this, EnrichmentCursorJson.Default.EnrichmentCursor);

    /// <summary>How much of the run is done, by changes.</summary>
    internal double? Fraction => Target is { } target && target > First ? Math.Clamp((double)(Position - First) / (target - First), 0, 1) : null;

    [JsonSerializable(typeof(EnrichmentCursor))]
    private sealed partial class EnrichmentCursorJson : JsonSerializerContext;
}
