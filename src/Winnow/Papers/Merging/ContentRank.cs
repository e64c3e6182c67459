namespace Winnow.Papers.Merging;

/// <summary>How new a record's content is, as far as its source tells: by version number, and among equals or without one by date.</summary>
/// <param name="Version">The newest version's number, or null.</param>
/// <param name="Updated">The day of its newest change, or null.</param>
public readonly record struct ContentRank(int? Version, DateOnly? Updated)
{
    public static ContentRank Of(RecordFields fields) =>
        new(fields.Versions.Count == 0 ? null : fields.Versions.Max(version => version.Number), fields.Updated);

    /// <summary>Whether the source says that this is older; what cannot be compared is not.</summary>
    public bool IsOlderThan(ContentRank other) => Compare(other) < 0;

    /// <summary>Whether the source says that this is newer; what cannot be compared is not.</summary>
    public bool IsNewerThan(ContentRank other) => Compare(other) > 0;

    private int Compare(ContentRank other)
    {
        var byVersion = Version is { } mine && other.Version is { } theirs ? mine.CompareTo(theirs) : 0;
        return byVersion != 0 || Updated is not { } day || other.Updated is not { } otherDay ? byVersion : day.CompareTo(otherDay);
    }
}
