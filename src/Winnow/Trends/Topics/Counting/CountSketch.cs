namespace Winnow.Trends.Topics.Counting;

/// <summary>
/// Estimates how often each of very many keys was counted, in fixed memory (Charikar, Chen and Farach-Colton, "Finding frequent items in data streams", 2002).
/// Each of <see cref="Depth"/> rows has <see cref="Width"/> counters; a key has one counter and one sign a row, and its estimate is the median over the rows of
/// sign times counter. It is linear: counts may be taken back, and sketches of the same shape and seed add up.
/// </summary>
internal sealed class CountSketch
{
    /// <summary>Rows of every sketch of Winnow; odd, so that the median is one of them.</summary>
    internal const int StandardDepth = 5;

    private readonly RowHashes _hashes;
    private readonly int _shift;
    private readonly int[] _cells;

    /// <param name="depth">Rows, odd.</param>
    /// <param name="width">Counters a row, a power of two.</param>
    /// <param name="seed">Chooses the hash functions; only sketches of one seed can be merged.</param>
    internal CountSketch(int depth, int width, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(depth % 2, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 2);
        ArgumentOutOfRangeException.ThrowIfNotEqual(int.IsPow2(width), true);
        (Depth, Width, Seed) = (depth, width, seed);
        _shift = 64 - int.Log2(width);
        _cells = new int[depth * width];
        _hashes = RowHashes.Of(depth, seed);
    }

    internal int Depth { get; }

    internal int Width { get; }

    internal ulong Seed { get; }

    /// <summary>Row by row.</summary>
    internal Span<int> Cells => _cells;

    /// <summary>Bytes of its counters.</summary>
    internal int Bytes => _cells.Length * sizeof(int);

    /// <summary>
    /// ‖f‖₂ of the counted frequencies: the root of the median over the rows of the sum of squared counters (Alon, Matias and Szegedy 1996), within a few
    /// hundredths for widths of thousands.
    /// </summary>
    internal double Norm
    {
        get
        {
            var squares = new double[Depth];
            for (var row = 0; row < Depth; row++)
            {
                foreach (var cell in _cells.AsSpan(row * Width, Width))
                {
                    squares[row] += (double)cell * cell;
                }
            }

            Array.Sort(squares);
            return Math.Sqrt(squares[Depth / 2]);
        }
    }

    /// <summary>
    /// How far an estimate may be off: 3·‖f‖₂/√width. A row is off by more with probability at most 1/9 (Chebyshev: its variance is at most ‖f‖₂²/width), and
    /// the median only if most rows are: see <see cref="ErrorProbability"/>.
    /// </summary>
    internal double ErrorBound => 3 * Norm / Math.Sqrt(Width);

    /// <summary>The probability, at most, that one estimate is off by more than <see cref="ErrorBound"/>; 0.0115 for five rows.</summary>
    internal double ErrorProbability
    {
        get
        {
            const double Row = 1.0 / 9;
            var (total, ways) = (0.0, 1.0);
            for (var bad = 0; bad <= Depth; bad++)
            {
                total += bad > Depth / 2 ? ways * Math.Pow(Row, bad) * Math.Pow(1 - Row, Depth - bad) : 0;
                ways = ways * (Depth - bad) / (bad + 1);
            }

            return total;
        }
    }

    internal void Add(ulong key, int count)
    {
        Span<ulong> hashes = stackalloc ulong[Depth];
        _hashes.Compute(key, hashes);
        Add(hashes, count);
    }

    /// <param name="hashes">The key's, of <see cref="RowHashes"/> with this depth and seed: sketches of all widths share them.</param>
    /// <param name="count">How often, or below zero to take back.</param>
    internal void Add(ReadOnlySpan<ulong> hashes, int count)
    {
        for (var row = 0; row < hashes.Length; row++)
        {
            var place = Place(row, hashes[row], out var negative);
            _cells[place] += negative ? -count : count;
        }
    }

    internal int Estimate(ulong key)
    {
        Span<ulong> hashes = stackalloc ulong[Depth];
        _hashes.Compute(key, hashes);
        return Estimate(hashes);
    }

    internal int Estimate(ReadOnlySpan<ulong> hashes)
    {
        Span<int> rows = stackalloc int[hashes.Length];
        for (var row = 0; row < hashes.Length; row++)
        {
            var place = Place(row, hashes[row], out var negative);
            rows[row] = negative ? -_cells[place] : _cells[place];
        }

        rows.Sort();
        return rows[hashes.Length / 2];
    }

    /// <summary>Adds what another sketch counted: the sum is the sketch of both streams.</summary>
    internal void Merge(CountSketch other)
    {
        if ((other.Depth, other.Width, other.Seed) != (Depth, Width, Seed))
        {
            throw new ArgumentException("Only sketches of the same shape and seed add up.", nameof(other));
        }

        for (var i = 0; i < _cells.Length; i++)
        {
            _cells[i] += other._cells[i];
        }
    }

    /// <summary>
    /// The same stream in half the width, for a past that fewer people ask about (Matusevych, Smola and Ahmed, "Hokusai", 2012): a counter's place is the
    /// leading bits of its hash, so neighbours add up to what a sketch of that width would have counted.
    /// </summary>
    internal CountSketch Folded()
    {
        var half = new CountSketch(Depth, Width / 2, Seed);
        for (var i = 0; i < half._cells.Length; i++)
        {
            half._cells[i] = _cells[2 * i] + _cells[(2 * i) + 1];
        }

        return half;
    }

    /// <summary>The first bit is the sign, the next ones the place: neighbours share all but the last, which is what folding needs.</summary>
    private int Place(int row, ulong hash, out bool negative)
    {
        negative = hash >> 63 != 0;
        return (row * Width) + (int)((hash << 1) >> _shift);
    }
}
