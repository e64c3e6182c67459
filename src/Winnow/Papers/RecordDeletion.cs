namespace Winnow.Papers;

/// <summary>
/// A source says that it no longer has a record. What it had said is kept and shown as withdrawn. Deletion and record may arrive in any order, and the later of
/// the two holds: a record that its source has touched since is back.
/// </summary>
/// <param name="Records">The ids under which the library may hold the record.</param>
/// <param name="On">The day of the deletion.</param>
public sealed record RecordDeletion(IReadOnlyList<RecordId> Records, DateOnly On)
{
    /// <summary>Whether a record that says this is gone, when its source deleted it on a day. Of one day the deletion is the later: sources tell no more than days.</summary>
    /// <param name="on">The newest deletion that was read, or null.</param>
    /// <param name="fields">What the record says.</param>
    public static bool Holds(DateOnly? on, RecordFields fields)
    {
        var touched = fields.Touched ?? fields.Updated ?? DateOnly.MinValue;
        return on >= touched;
    }
}
