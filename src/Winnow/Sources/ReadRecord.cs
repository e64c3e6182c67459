using Winnow.Papers;

namespace Winnow.Sources;

/// <summary>A record that could be read.</summary>
public sealed record ReadRecord(SourceRecord Record, RecordPlace Place) : ReadItem(Place);
