namespace Winnow.Papers;

/// <param name="Id">The record.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Key">The id that the source gave it.</param>
public sealed record RecordReference(RecordId Id, string Source, string Key);
