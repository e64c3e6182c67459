using Winnow.Trends.Signals;

namespace Winnow.Sources;

/// <summary>A count of a paper that the input names by an identifier and says nothing else of.</summary>
public sealed record ReadObservation(IdentifiedObservation Seen, RecordPlace Place) : ReadItem(Place);
