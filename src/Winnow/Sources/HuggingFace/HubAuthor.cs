using System.Text.Json.Serialization;

namespace Winnow.Sources.HuggingFace;

/// <summary>An author of a <see cref="HubPaper"/>. Hidden ones are still authors: people hide their profile, not their authorship.</summary>
internal sealed class HubAuthor
{
    [JsonPropertyName("name")]
    public string? Name { get; init; }
}
