namespace Winnow.Trends.Topics.Counting;

/// <summary>A phrase that may be a topic of one span of time: how many papers have it, and what it takes to show it.</summary>
internal sealed class Candidate
{
    /// <summary>Papers remembered, the newest seen.</summary>
    internal const int MostPapers = 4;

    /// <summary>Categories told apart, first come; the papers of others count as spread.</summary>
    private const int MostCategories = 24;

    internal required ulong Hash { get; init; }

    /// <summary>Folded words parted by spaces, the last in the singular: <c>large language model</c>.</summary>
    internal required string Key { get; init; }

    /// <summary>As most people write it.</summary>
    internal string Surface { get; private set; } = "";

    internal int SurfaceVotes { get; private set; }

    /// <summary>Another spelling of the same words, or empty.</summary>
    internal string Rival { get; private set; } = "";

    internal int RivalVotes { get; private set; }

    /// <summary>Papers that have it: those that were seen since it became a candidate, and what the sketch said of the time before.</summary>
    internal int Count { get; set; }

    /// <summary>Papers that have it for certain, with the one before at which it had no name yet.</summary>
    internal int Certain => Math.Min(Count, Seen + 1);

    /// <summary>Those of them in which it is written as a name is: inner capitals, digits in words, a capital amid a sentence.</summary>
    internal int Named { get; set; }

    /// <summary>Ids of papers that have it, the newest seen last.</summary>
    internal List<long> Papers { get; } = new(1);

    /// <summary>Papers in which it begins where a run of words that belong together begins.</summary>
    internal int Begun { get; set; }

    /// <summary>Papers in which it ends where such a run ends.</summary>
    internal int Ended { get; set; }

    /// <summary>Papers that these facts are known of: all but those before it became a candidate.</summary>
    internal int Seen { get; set; }

    /// <summary>Papers by their first category, by its number in the bucket.</summary>
    internal List<(byte Category, int Papers)> Categories { get; } = new(1);

    internal void See(PaperPhrases paper, int phrase, byte category, int weight)
    {
        Seen += weight;
        Named += paper.Named(phrase) ? weight : 0;
        Begun += paper.Begins(phrase) ? weight : 0;
        Ended += paper.Ends(phrase) ? weight : 0;
        CountIn(category, weight);
        Papers.Remove(paper.Id);
        if (weight > 0)
        {
            if (Papers.Count == MostPapers)
            {
                Papers.RemoveAt(0);
            }

            Papers.Add(paper.Id);
            Vote(paper.Surface(phrase));
        }
    }

    /// <summary>Counts a spelling. Two are kept: the first is the one that most use, if more than a third do (Misra and Gries 1982).</summary>
    private void Vote(string surface)
    {
        if (Surface.Length == 0 || Surface == surface)
        {
            (Surface, SurfaceVotes) = (surface, SurfaceVotes + 1);
        }
        else if (RivalVotes == 0 || Rival == surface)
        {
            (Rival, RivalVotes) = (surface, RivalVotes + 1);
        }
        else
        {
            RivalVotes--;
        }

        if (RivalVotes > SurfaceVotes)
        {
            (Surface, SurfaceVotes, Rival, RivalVotes) = (Rival, RivalVotes, Surface, SurfaceVotes);
        }
    }

    /// <summary>As it was read from a file.</summary>
    internal void Restore(string surface, int votes, string rival, int rivalVotes) =>
        (Surface, SurfaceVotes, Rival, RivalVotes) = (surface, votes, rival, rivalVotes);

    private void CountIn(byte category, int weight)
    {
        var place = Categories.FindIndex(pair => pair.Category == category);
        if (place >= 0)
        {
            Categories[place] = (category, Math.Max(0, Categories[place].Papers + weight));
        }
        else if (weight > 0 && Categories.Count < MostCategories)
        {
            Categories.Add((category, weight));
        }
    }
}
