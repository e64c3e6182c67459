using Winnow.Trends.Signals;

namespace Winnow.Papers;

/// <summary>One record as it arrives: the raw bytes, kept, and what an adapter read from them.</summary>
public sealed record SourceRecord
{
    /// <summary>The source of Winnow's own sample catalogue, which a person replaces by their own papers.</summary>
    public const string SampleSource = "sample";

    /// <summary>Where it comes from: <c>arxiv</c>, <c>openreview</c>, <c>huggingface</c>, <c>acl</c>, <c>paperlists</c>…; lower case.</summary>
    public required string Source { get; init; }

    /// <summary>The id that the source gave it, unique within the source.</summary>
    public required string Key { get; init; }

    /// <summary>The wire format's name, as <c>--format</c> takes it; the raw bytes can be read again by that format's adapter.</summary>
    public required string Format { get; init; }

    /// <summary>The record alone, as published (for XML its element, for JSON its object), in UTF-8.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    public required RecordFields Fields { get; init; }

    /// <summary>Counts that came with it. They are kept beside the record, seen for seen, and are no part of its content.</summary>
    public IReadOnlyList<Observation> Observations { get; init; } = [];

    public RecordId Id => RecordId.Of(Source, Key);
}
