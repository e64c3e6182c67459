namespace Winnow.Embeddings.Fitting;

/// <summary>
/// A library's papers, parted into those that a model is fitted to and those that it is judged by. Which are which depends on the paper and on how many there are: as a
/// library grows, fewer of the old papers are held out and never others, so that no model is judged by what an earlier fit has seen.
/// </summary>
public sealed class FittingCorpus
{
    /// <summary>Fewer teach a model less than it forgets.</summary>
    public const int FewestPapers = 2000;

    /// <summary>The newest, when a library has more: they bound the memory: 170,000 took 0.83 GB.</summary>
    public const int MostPapers = 250_000;

    // As in training: shorter abstracts are stubs such as "(No Abstract)", longer ones are several papers run together.
    private const int ShortestAbstract = 120;
    private const int LongestAbstract = 4000;

    private const int MostHeldOut = 2000;
    private const double LargestShare = 0.1;

    private readonly HashSet<ulong> _titles = [];
    private readonly double _share;

    /// <param name="papers">About how many will come.</param>
    public FittingCorpus(long papers) => _share = Math.Min(LargestShare, MostHeldOut / (double)Math.Max(1, papers));

    /// <summary>Papers to fit to.</summary>
    public PackedPapers Fitted { get; } = new();

    /// <summary>Papers to judge by.</summary>
    public PackedPapers HeldOut { get; } = new();

    public int Count => Fitted.Count + HeldOut.Count;

    public bool IsFull => Count >= MostPapers;

    /// <summary>For moving a model that knows papers towards these: slower than from nothing, and with batches that leave a small library enough steps.</summary>
    public Recipe Refining => new() { Batch = Fitted.Count >= 40_000 ? 2048 : Fitted.Count >= 8000 ? 1024 : 512, Rate = 0.001f, WeightRate = 0.003f };

    /// <summary>Takes a paper, unless it has no abstract to speak of or another one has its title.</summary>
    /// <param name="id">What tells it from all others, and stays.</param>
    public void Add(long id, string title, string? summary)
    {
        if (IsFull || title.Length == 0 || summary is not { Length: >= ShortestAbstract } || !_titles.Add(TitleKey(title))) return;
        var cut = summary.Length <= LongestAbstract ? summary : summary[..(char.IsHighSurrogate(summary[LongestAbstract - 1]) ? LongestAbstract - 1 : LongestAbstract)];
        (Part(id) < _share ? HeldOut : Fitted).Add(new PaperText(title, cut));
    }

    // Fibonacci hashing twice with a fold between: ids in a row come far apart.
    private static double Part(long id)
    {
        var mixed = (ulong)id * 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93UL;
        return (mixed >> 11) / (double)(1UL << 53);
    }

    // FNV-1a over letters and digits: two titles with one key among 250,000 are one in a billion.
    private static ulong TitleKey(string title)
    {
        var key = 0xCBF29CE484222325UL;
        foreach (var letter in title)
        {
            if (char.IsLetterOrDigit(letter)) key = (key ^ char.ToLowerInvariant(letter)) * 0x100000001B3UL;
        }

        return key;
    }
}
