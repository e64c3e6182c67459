namespace Winnow.Sources.Syncing;

/// <summary>From where a live source is to read on.</summary>
/// <param name="Follows">What of it, as <see cref="ILiveSource.Check"/> spelled it.</param>
/// <param name="Cursor">What the last stored page gave; null before the first.</param>
/// <param name="Since">The first day that is wanted, where the person who added the source named one; later runs go on from the cursor.</param>
/// <param name="IsFirstOfRun">Whether a run begins here, so that what may have changed meanwhile is asked again.</param>
public sealed record SourcePosition(string Follows, string? Cursor, DateOnly? Since, bool IsFirstOfRun);
