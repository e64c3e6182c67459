using System.Text.Json;
using System.Text.Json.Serialization;
using Winnow.Sources.Fetching;

namespace Winnow.Sources.AclAnthology;

/// <summary>Which collections a run has still to read, and which versions of them are stored.</summary>
internal sealed partial record AnthologyCursor
{
    /// <summary>Collections to read, in order; empty between runs.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>Collections that this run has read.</summary>
    public int Done { get; init; }

    /// <summary>Volumes of other collections that belong to the event, as the event's own collection last named them.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>What the server said of each collection's version when it was stored.</summary>
    public IReadOnlyDictionary<string, PageValidators> Known { get; init; } = new Dictionary<string, PageValidators>();

    internal static AnthologyCursor Read(string? text)
    {
        try
        {
            return text is null ? new AnthologyCursor() : JsonSerializer.Deserialize(text, AnthologyCursorJson.Default.AnthologyCursor) ?? new AnthologyCursor();
        }
        catch (JsonException)
        {
            return new AnthologyCursor();
        }
    }

    internal string Write() => JsonSerializer.Serialize(this, AnthologyCursorJson.Default.AnthologyCursor);

    /// <summary>A collection is stored; after the event's own come those beside it.</summary>
    internal AnthologyCursor After(string collection, PageValidators? known)
    {
        var versions = Known.Where(pair => pair.Key != collection).ToDictionary();
        if (known is not null)
            versions[collection] = known;

        var left = Done == 0 ? Beside.Select(volume => volume.Split('-', 2)[0]).Where(other => other != collection).Distinct() : Left.Skip(1);
        return this with { Left = [.. left], Done = Done + 1, Known = versions };
    }

    [JsonSerializable(typeof(AnthologyCursor))]
    private sealed partial class AnthologyCursorJson : JsonSerializerContext;
}
