using Winnow.Papers;

namespace Winnow.Trends.Signals;

/// <summary>A count that names its paper by an identifier and says nothing else of it.</summary>
public sealed record IdentifiedObservation(Identifier Identifier, Observation Observation);
