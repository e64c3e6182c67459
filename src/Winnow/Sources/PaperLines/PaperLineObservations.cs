using System.Text.Json;
using Winnow.Sources.Json;
using Winnow.Trends.Signals;

namespace Winnow.Sources.PaperLines;

/// <summary>Reads the member <c>observations</c>: a list of objects. One that lacks what it needs is left out, as an odd member of a record is.</summary>
internal static class PaperLineObservations
{
    /// <summary>Far more than one paper is looked at; bounds what a hostile line can ask for.</summary>
    private const int Most = 10_000;

    /// <summary>Leaves <paramref name="reader"/> on the value's last token.</summary>
    internal static void Read(ref Utf8JsonReader reader, List<SeenCount> observations)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                reader.Skip();
            else if (ReadOne(ref reader) is { } seen && observations.Count < Most)
                observations.Add(seen);
        }
    }

    private static SeenCount? ReadOne(ref Utf8JsonReader reader)
    {
        string? kind = null, source = null, at = null, count = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.Read(ref reader);
            reader.Read();
            var value = LenientText.ReadAny(ref reader);
            switch (name)
            {
                case "kind": kind = value; break;
                case "source": source = value; break;
                case "at": at = value; break;
                case "count": count = value; break;
            }
        }

        return Kind(kind) is { } known && SeenCount.Moment(at) is { } moment && SeenCount.Whole(count) is { } number && !string.IsNullOrWhiteSpace(source)
            ? new SeenCount(known, source.Trim().ToLowerInvariant(), number, moment)
            : null;
    }

    /// <summary>What only happens here, votes and visits of this Winnow's readers, cannot be brought in as a count.</summary>
    private static SignalKind? Kind(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "upvote" => SignalKind.Upvote,
        "star" => SignalKind.Star,
        "mention" => SignalKind.Mention,
        "citation" => SignalKind.Citation,
        _ => null,
    };
}
