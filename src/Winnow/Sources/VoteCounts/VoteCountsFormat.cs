using System.Text.Json;
using Winnow.Papers;
using Winnow.Sources.HuggingFace;
using Winnow.Sources.Json;
using Winnow.Sources.Reading;
using Winnow.Trends.Signals;

namespace Winnow.Sources.VoteCounts;

/// <summary>
/// Votes of Hugging Face as crawlers keep them: JSON Lines, each an arXiv id, a moment, and the count that was seen then. The papers themselves come from
/// elsewhere.
/// </summary>
internal sealed class VoteCountsFormat : IRecordFormat
{
    public string Name => "votes";

    public string Description => "Hugging Face votes over time: JSON lines of \"arxiv\", \"at\" and \"upvotes\"";

    public bool Sniff(ReadOnlySpan<byte> head, string fileName) =>
        JsonShape.Of(head) is { IsJson: true } shape && shape.Has("arxiv") && shape.Has("at") && shape.Has("upvotes") && !shape.Has("title");

    public IEnumerable<ReadItem> Read(Stream content, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(context);
        return ReadLines(content, context);
    }

    /// <exception cref="InvalidDataException">Always: counts are no records, and the library keeps none of their bytes.</exception>
    public RecordFields Parse(ReadOnlyMemory<byte> raw) => throw new InvalidDataException("A count of votes is no record of a paper.");

    private static IEnumerable<ReadItem> ReadLines(Stream content, ReadContext context)
    {
        long number = 0;
        foreach (var piece in JsonRecords.Split(content, lists: []))
            yield return ReadLine(piece, new RecordPlace(context.File, piece.Line, ++number), context.SeenAt);
    }

    private static ReadItem ReadLine(RawPiece piece, RecordPlace place, DateTimeOffset seenAt)
    {
        var problem = piece.Problem;
        try
        {
            if (problem is null)
            {
                var wire = JsonWire.Read<VoteCount>(piece.Bytes);
                if (!Identifier.TryParse(IdentifierScheme.ArXiv, wire.ArXiv, out var identifier))
                    problem = "The count has no arXiv id.";
                else if (SeenCount.Moment(wire.At) is not { } at)
                    problem = "The count does not say when it was seen.";
                else if (SeenCount.Observations([new SeenCount(SignalKind.Upvote, HubCounts.Hub, wire.Upvotes, at)], seenAt) is not [var observation])
                    problem = "The count is no number of votes, or was seen in the future.";
                else
                    return new ReadObservation(new IdentifiedObservation(identifier, observation), place);
            }
        }
        catch (JsonException damage)
        {
            problem = $"It is not valid JSON: {FrameworkMessage.Sentence(damage.Message)}";
        }
        catch (UnreadableRecordException damage)
        {
            problem = damage.Message;
        }

        return new RejectedRecord(place, problem!, RecordFormat.Excerpt(piece.Bytes));
    }
}
