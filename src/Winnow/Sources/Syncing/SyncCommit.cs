using Winnow.Papers;

namespace Winnow.Sources.Syncing;

/// <summary>What is noted once a page's records are stored.</summary>
/// <param name="Run">As <see cref="SyncRun.Id"/>; null when the page held nothing and no run has begun.</param>
/// <param name="Cursor">From where to read on.</param>
/// <param name="Counts">What became of the page's records.</param>
/// <param name="Fraction">As <see cref="SourcePage.Fraction"/>.</param>
/// <param name="Rejections">As <see cref="SyncRun.Rejections"/>.</param>
/// <param name="Note">As <see cref="SourcePage.Note"/>.</param>
public sealed record SyncCommit(long? Run, string? Cursor, ImportCounts Counts, double? Fraction, string? Rejections, string? Note);
