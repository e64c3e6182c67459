using System.Runtime.InteropServices;

namespace Winnow.Trends.Topics.Counting;

/// <summary>
/// What was counted in one stretch of the stream: papers, and for each phrase the papers that have it. The most counted phrases have names and are counted by them;
/// the sketch holds the rest, and no others: a phrase that gets a name is taken out of it, and one that loses its name is put back (as in "Augmented Sketch", Roy,
/// Khan and Alonso 2016). So what is everywhere cannot disturb what is rare, and an estimate errs by the rare phrases alone.
/// </summary>
internal sealed class TopicBucket
{
    /// <summary>Categories told apart; there are 155 on all of arXiv. Further ones count as the last.</summary>
    private const int MostCategories = 255;

    /// <summary>A phrase gets a name at its second paper: nine of ten never have one, and names are what takes the memory.</summary>
    private const int FewestPapers = 2;

    private readonly List<string> _categories = [];
    private readonly List<int> _categoryPapers = [];
    private readonly Dictionary<string, byte> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private double? _noise;

    internal TopicBucket(TopicWindow window)
        : this(window, new CountSketch(CountSketch.StandardDepth, BucketShape.Of(window.Span).Width, BucketShape.Seed))
    {
    }

    internal TopicBucket(TopicWindow window, CountSketch sketch)
    {
        (Window, Sketch) = (window, sketch);
        Heap = new CandidateHeap(BucketShape.Of(window.Span).Candidates);
    }

    internal TopicWindow Window { get; }

    internal CountSketch Sketch { get; private set; }

    internal CandidateHeap Heap { get; }

    internal int Papers { get; private set; }

    /// <summary>Categories, each with its papers.</summary>
    internal IEnumerable<(string Name, int Papers)> Categories => _categories.Zip(_categoryPapers);

    /// <summary>Counts a paper, or takes it back with a weight of −1.</summary>
    internal void Add(PaperPhrases paper, int weight)
    {
        Papers += weight;
        var category = NumberOf(paper.Category);
        CollectionsMarshal.AsSpan(_categoryPapers)[category] += weight;
        for (var i = 0; i < paper.Count; i++)
        {
            if (Heap.TryGet(paper.Hash(i), out var candidate))
            {
                Heap.Recount(candidate, candidate.Count + weight);
            }
            else
            {
                Sketch.Add(paper.RowsOf(i), weight);
                candidate = weight > 0 ? Named(paper, i) : null;
            }

            candidate?.See(paper, i, category, weight);
        }
    }

    /// <summary>Gives a phrase that was just counted a name if it has become one of the most counted.</summary>
    private Candidate? Named(PaperPhrases paper, int phrase)
    {
        if (Heap.Capacity == 0 || Sketch.Estimate(paper.RowsOf(phrase)) is var estimate && estimate <= Math.Max(FewestPapers - 1, Heap.Floor))
        {
            return null;
        }

        if (Heap.Least is { } least)
        {
            Span<ulong> rows = stackalloc ulong[Sketch.Depth];
            RowHashes.Of(Sketch.Depth, Sketch.Seed).Compute(least.Hash, rows);
            Sketch.Add(rows, least.Count);
        }

        // What was counted before cannot be above the floor, or it would have been here; an estimate that says more is noise.
        var candidate = new Candidate { Hash = paper.Hash(phrase), Key = paper.Key(phrase), Count = 1 + Math.Min(estimate - 1, Math.Max(1, Heap.Floor)) };
        Sketch.Add(paper.RowsOf(phrase), -candidate.Count);
        Heap.Enter(candidate);
        return candidate;
    }

    /// <summary>
    /// Papers that have a phrase. Exact where the phrase has been a candidate from its second paper on; else the sketch's estimate, which may be negative, and which
    /// cannot be above what the least of the candidates has.
    /// </summary>
    internal int CountOf(ulong hash) =>
        Heap.TryGet(hash, out var candidate) ? candidate.Count : Heap.Floor is > 0 and var floor ? Math.Min(Sketch.Estimate(hash), floor) : Sketch.Estimate(hash);

    /// <summary>
    /// The standard error of <see cref="CountOf"/> for what is no candidate. Robust against the few heavy phrases, which a median over rows hardly notices: the
    /// median counter's size is 0.6745 of a row's error, and the median of five rows errs 0.536 as much as one.
    /// </summary>
    internal double Noise => _noise ??= MedianCell() * 0.536 / 0.6745;

    /// <summary>The number of a category that the bucket has.</summary>
    internal byte Number(string category) => _numbers[category];

    internal int PapersIn(string category) => _numbers.TryGetValue(category, out var number) ? _categoryPapers[number] : 0;

    internal void Fold() => (Sketch, _noise) = (Sketch.Folded(), null);

    /// <summary>As it was read from a file.</summary>
    internal void Restore(int papers, IEnumerable<(string Name, int Papers)> categories)
    {
        Papers = papers;
        foreach (var (name, count) in categories)
        {
            _numbers[name] = (byte)_categories.Count;
            _categories.Add(name);
            _categoryPapers.Add(count);
        }
    }

    private byte NumberOf(string name)
    {
        if (_numbers.TryGetValue(name, out var number))
        {
            return number;
        }

        if (_categories.Count == MostCategories)
        {
            return (byte)(MostCategories - 1);
        }

        number = (byte)_categories.Count;
        _numbers[name] = number;
        _categories.Add(name);
        _categoryPapers.Add(0);
        return number;
    }

    private double MedianCell()
    {
        const int Largest = 1024;
        var sizes = new int[Largest + 1];
        for (var place = 0; place < Sketch.Length; place++)
        {
            sizes[(int)Math.Min(Largest, Math.Abs((long)Sketch[place]))]++;
        }

        var (size, below) = (0, 0);
        while ((below += sizes[size]) * 2 < Sketch.Length)
        {
            size++;
        }

        // Within the median's own size, as if spread evenly: most counters of a small stretch are 0 or ±1.
        return size == 0 ? 0 : size - 0.5 + ((Sketch.Length / 2.0 - (below - sizes[size])) / sizes[size]);
    }
}
