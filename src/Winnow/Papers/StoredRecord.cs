namespace Winnow.Papers;

/// <summary>A record as the library holds it.</summary>
/// <param name="Record">The record with its raw bytes.</param>
/// <param name="Paper">The paper it belongs to.</param>
/// <param name="ReadAt">When its present content was read.</param>
/// <param name="DeletedOn">When its source deleted it; null while the source has it.</param>
public sealed record StoredRecord(SourceRecord Record, PaperId Paper, DateTimeOffset ReadAt, DateOnly? DeletedOn = null);
