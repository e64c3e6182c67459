namespace Winnow.Papers;

/// <summary>What an import has done so far, in records.</summary>
public sealed record ImportCounts(long New = 0, long Merged = 0, long Updated = 0, long Unchanged = 0, long Rejected = 0, long Withdrawn = 0)
{
    public long Read => New + Merged + Updated + Unchanged + Rejected + Withdrawn;

    public ImportCounts Plus(ApplyOutcome outcome) => outcome switch
    {
        ApplyOutcome.New => this with { New = New + 1 },
        ApplyOutcome.Merged => this with { Merged = Merged + 1 },
        ApplyOutcome.Updated => this with { Updated = Updated + 1 },
        ApplyOutcome.Withdrawn => this with { Withdrawn = Withdrawn + 1 },
        _ => this with { Unchanged = Unchanged + 1 },
    };

    public ImportCounts Plus(ImportCounts other) =>
        new(New + other.New, Merged + other.Merged, Updated + other.Updated, Unchanged + other.Unchanged, Rejected + other.Rejected, Withdrawn + other.Withdrawn);

    /// <summary>What was done since.</summary>
    public ImportCounts Minus(ImportCounts earlier) =>
        new(New - earlier.New, Merged - earlier.Merged, Updated - earlier.Updated, Unchanged - earlier.Unchanged, Rejected - earlier.Rejected, Withdrawn - earlier.Withdrawn);
}
