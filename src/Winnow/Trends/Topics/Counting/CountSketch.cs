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

    /// <summary>Two bytes a counter, as long as that is enough: what has no name is rare, and a counter of thousands unheard of.</summary>
    private short[] _narrow;

    /// <summary>Four bytes a counter, from the first that did not fit two on; then <see cref="_narrow"/> is empty.</summary>
    private int[]? _wide;

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
        _narrow = new short[depth * width];
        _hashes = RowHashes.Of(depth, seed);
    }

    internal int Depth { get; }

    internal int Width { get; }

    internal ulong Seed { get; }

    /// <summary>Counters of all rows; row by row, by <see cref="this"/>.</summary>
    internal int Length => Depth * Width;

    internal int this[int place]
    {
        get => _wide is { } wide ? wide[place] : _narrow[place];
        set
        {
            if (_wide is null && (short)value == value)
            {
                _narrow[place] = (short)value;
                return;
            }

            _wide ??= Widen();
            _wide[place] = value;
        }
    }

    /// <summary>Bytes of its counters.</summary>
    internal int Bytes => (_narrow.Length * sizeof(short)) + ((_wide?.Length ?? 0) * sizeof(int));

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
                for (var place = row * Width; place < (row + 1) * Width; place++)
                {
                    squares[row] += (double)this[place] * this[place];
                }
            }

            Array.Sort(squares);
            return Math.Sqrt(squares[Depth / 2]);
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
            this[place] += negative ? -count : count;
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
            rows[row] = negative ? -this[place] : this[place];
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

        for (var place = 0; place < Length; place++)
        {
            this[place] += other[place];
        }
    }

    /// <summary>
    /// The same stream in half the width, for a past that fewer people ask about (Matusevych, Smola and Ahmed, "Hokusai", 2012): a counter's place is the
    /// leading bits of its hash, so neighbours add up to what a sketch of that width would have counted.
    /// </summary>
    internal CountSketch Folded()
    {
        var half = new CountSketch(Depth, Width / 2, Seed);
        for (var place = 0; place < half.Length; place++)
        {
            half[place] = this[2 * place] + this[(2 * place) + 1];
        }

        return half;
    }

    private int[] Widen()
    {
        var wide = Array.ConvertAll(_narrow, cell => (int)cell);
        _narrow = [];
        return wide;
    }

    /// <summary>The first bit is the sign, the next ones the place: neighbours share all but the last, which is what folding needs.</summary>
    private int Place(int row, ulong hash, out bool negative)
    {
        negative = hash >> 63 != 0;
        return (row * Width) + (int)((hash << 1) >> _shift);
    }
}
