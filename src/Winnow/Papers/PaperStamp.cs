namespace Winnow.Papers;

/// <summary>What does not change when records are merged into a paper, and when something did change.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="First">The record that was read first of all the paper's records: it stays the same whatever is merged into the paper later.</param>
/// <param name="Revised">The newest revision that any of its records tells of; null when none does.</param>
/// <param name="Read">When the newest content of any of its records was read.</param>
public sealed record PaperStamp(PaperId Paper, RecordId First, DateOnly? Revised, DateTimeOffset Read);
