namespace Winnow.Papers;

/// <summary>The order in which a venue's papers are listed: the most prominent first.</summary>
public static class StatusRank
{
    internal const int Refused = 9;

    /// <summary>Words that occur in a status, most prominent first; those of one rank are equals.</summary>
    private static readonly (string Word, int Rank)[] Words =
    [
        ("reject", Refused), ("withdraw", Refused), ("retract", Refused), ("desk", Refused),
        ("award", 0), ("best paper", 0), ("top 5%", 1), ("oral", 1), ("spotlight", 2), ("top 25%", 2), ("highlight", 2),
        ("long", 3), ("main", 3), ("accept", 3), ("technical", 3), ("poster", 3), ("short", 4), ("findings", 5), ("demo", 6), ("industry", 6), ("workshop", 7),
    ];

    /// <summary>0 for an award, growing to 9 for what was refused; 4 when the status is missing or unknown.</summary>
    public static int Of(string? status)
    {
        const int ordinary = 4;
        if (status is null)
        {
            return ordinary;
        }

        foreach (var (word, rank) in Words)
        {
            if (status.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return rank;
            }
        }

        return ordinary;
    }
}
