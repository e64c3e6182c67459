using System.Text.Json;

namespace Winnow.Sources.OpenReview;

/// <summary>What an answer of OpenReview says of itself.</summary>
/// <param name="Notes">Notes on this page.</param>
/// <param name="Total">Notes in the whole list; null when it does not say.</param>
internal sealed record NotesAnswer(int Notes, int? Total)
{
    /// <returns>Null when the page is no whole JSON, or holds no notes.</returns>
    internal static NotesAnswer? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            var root = answer.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("notes", out var notes) && notes.ValueKind == JsonValueKind.Array
                ? new NotesAnswer(notes.GetArrayLength(), root.TryGetProperty("count", out var count) && count.TryGetInt32(out var total) ? total : null)
                : null;
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
