namespace Winnow.Sources.Syncing;

/// <summary>A source to follow, see <see cref="FollowedSource"/>.</summary>
public sealed record NewSource(string Name, string Kind, string Follows, TimeSpan Interval, DateOnly? Since);
