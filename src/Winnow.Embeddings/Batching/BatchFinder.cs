using System.Globalization;

namespace Winnow.Embeddings.Batching;

/// <summary>
/// How many texts one model takes at once: what a person said, what was found here before, or what is being found while the model does its work, so that nothing
/// waits for it. Thread-safe; an embedder hands its own out by <c>GetService(typeof(BatchFinder))</c>.
/// </summary>
public sealed class BatchFinder
{
    /// <summary>No larger batch is found: progress would be seen too seldom, and a failure would cost too much.</summary>
    public const int MostAuto = 256;

    /// <summary>After so many calls that brought too few texts for the next try, larger batches are of no use here.</summary>
    private const int ShortCalls = 16;

    /// <summary>Callers bring fewer texts than a try wants; it is made with those if they are so many times the last.</summary>
    private const double LeastStep = 1.5;

    private readonly string _model;
    private readonly string _unit;
    private readonly IReadOnlyList<string> _key;
    private readonly BatchChoice _choice;
    private readonly int _first;
    private readonly int _most;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly List<BatchProbe> _probes = [];
    private readonly Dictionary<int, long> _bytes = [];
    private bool _trying;
    private bool _found;
    private int _shortCalls;

    /// <param name="model">What it is found for, for people.</param>
    /// <param name="unit">What is counted, as in <c>texts of 256 tokens</c>.</param>
    /// <param name="key">What it depends on besides the machine.</param>
    /// <param name="first">Where the search begins.</param>
    /// <param name="usual">What holds until it has begun.</param>
    /// <param name="most">No batch larger than this is tried.</param>
    /// <param name="room">Bytes that a batch may take now; null where that is not known or another machine's matter.</param>
    public BatchFinder(string model, string unit, IReadOnlyList<string> key, BatchChoice choice, int first, int usual, int most, TimeProvider clock, long? room = null)
    {
        ArgumentNullException.ThrowIfNull(choice);
        (_model, _unit, _key, _choice, _first, _most, _clock) = (model, unit, key, choice, Math.Min(first, most), most, clock);
        if (choice.Fixed is { } set)
        {
            (Batch, Why, _found) = (set, "set by you", true);
        }
        else if (choice.Memory?.Find(key, null) is { Fastest: > 0 } known && known.Fastest <= most && !(known.Bytes > room))
        {
            (Batch, Why, _found) = (known.Fastest, $"{Reason(known.FastestRate, known.Largest)}, found on {known.FoundAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", true);
        }
        else
        {
            (Batch, Why) = (Math.Min(usual, most), "not found yet: the first papers that are embedded tell");
        }
    }

    /// <summary>Texts at once, for now.</summary>
    public int Batch { get; private set; }

    /// <summary>Why so many, as the end of a sentence.</summary>
    public string Why { get; private set; }

    /// <summary>Whether the answer is there.</summary>
    public bool IsFound
    {
        get
        {
            lock (_lock) return _found;
        }
    }

    /// <summary>Whether a batch of this size is known to be too large.</summary>
    public bool IsTooLarge(int batch)
    {
        lock (_lock) return _probes.Exists(probe => !probe.Fits && probe.Batch <= batch);
    }

    /// <summary>The size to try with the next texts; null: take <see cref="Batch"/>. Whoever gets a size reports what came of it, or gives it back.</summary>
    /// <param name="offered">Texts that are there.</param>
    public int? Next(int offered)
    {
        lock (_lock)
        {
            if (_found || _trying) return null;
            if (GrowingBatch.Next(_probes, _first, _most) is not { } wanted)
            {
                Settle();
                return null;
            }

            var size = Math.Min(wanted, offered);
            var enough = LargestFitting() is > 0 and var last ? LeastStep * last : wanted;
            if (size < wanted && size < enough)
            {
                if (offered >= Batch && _probes.Count > 0 && ++_shortCalls >= ShortCalls) Settle();
                return null;
            }

            _trying = true;
            return size;
        }
    }

    /// <summary>What came of a try.</summary>
    /// <param name="bytes">What it took at its peak; 0 when nobody measured.</param>
    public void Report(BatchProbe probe, long bytes = 0)
    {
        lock (_lock)
        {
            _trying = false;
            _probes.Add(probe);
            _bytes[probe.Batch] = bytes;
            Choose();
            if (GrowingBatch.Next(_probes, _first, _most) is null) Settle();
        }
    }

    /// <summary>A try that says nothing, such as one that waited for a server.</summary>
    public void GiveBack()
    {
        lock (_lock) _trying = false;
    }

    /// <summary>A batch was too large at work, whoever chose it: from now on half of it is taken.</summary>
    /// <param name="bySpeaking">How it was said, as in <c>was refused</c>.</param>
    public void Refuse(int batch, string bySpeaking)
    {
        lock (_lock)
        {
            _probes.Add(new BatchProbe(batch, [], 0, Fits: false));
            if (Batch >= batch) Batch = Math.Max(1, batch / 2);
            Why = string.Create(CultureInfo.InvariantCulture, $"{batch} at once {bySpeaking}");
            if (_found && _choice.Fixed is null) Keep(Batch, Batch, 0);
        }
    }

    private int LargestFitting() => _probes.Where(probe => probe.Fits).Select(probe => probe.Batch).DefaultIfEmpty(0).Max();

    private void Choose()
    {
        var finding = BatchFinding.Of([.. _probes.Where(probe => !_probes.Exists(wall => !wall.Fits && wall.Batch <= probe.Batch))]);
        if (finding.Fastest == 0)
        {
            Batch = Math.Max(1, _probes[^1].Batch / 2);
            return;
        }

        (Batch, Why) = (finding.Fastest, $"{Reason(finding.FastestRate, finding.Largest)} so far");
    }

    private void Settle()
    {
        _found = true;
        var finding = BatchFinding.Of([.. _probes.Where(probe => probe.Fits)]);
        if (finding.Fastest == 0) return;
        Why = Reason(finding.FastestRate, finding.Largest);
        if (_probes.Where(probe => !probe.Fits).Select(probe => probe.Batch).DefaultIfEmpty(0).Min() is > 0 and var wall) Why += string.Create(CultureInfo.InvariantCulture, $"; {wall} are too many");
        Keep(finding.Largest, Batch, finding.FastestRate);
    }

    private void Keep(int largest, int fastest, double rate)
    {
        try
        {
            _choice.Memory?.Keep(_key, null, new RememberedBatch(_model, largest, fastest, rate, _clock.GetUtcNow(), _bytes.GetValueOrDefault(fastest)));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A full disk: it is found again next time.
        }
    }

    private string Reason(double rate, int largest) => rate > 0
        ? string.Create(CultureInfo.InvariantCulture, $"the smallest that is as fast as any up to {largest}, {rate:0.#} {_unit} a second")
        : "halved after more were refused";
}
