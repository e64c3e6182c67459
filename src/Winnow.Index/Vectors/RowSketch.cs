using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Winnow.Index.Vectors;

/// <summary>
/// Rows in half their bytes: of each component the upper four bits, and of each row the length of what they leave out. What a row's dot product is at most
/// follows by Cauchy and Schwarz, so that a scan reads whole only rows that could enter its result: of 180,000 papers about one in a hundred, and the result
/// stays exact. A scan waits for memory, not for arithmetic, so half the bytes are half the time. Outside the managed heap; derived, never stored. Rows are
/// added by one thread; then any number may read.
/// </summary>
internal sealed unsafe class RowSketch : IDisposable
{
    /// <summary>Half of what a code leaves open: component v is within ±7.5 of 16 · code − 120.5.</summary>
    private const int Rounding = 15;

    private readonly int _rowBytes;
    private readonly int _stride;
    private byte* _codes;
    private float* _hidden;
    private int _rows;
    private float _longest;
    private bool _ordinary = true;

    /// <param name="capacity">Rows that will be added.</param>
    /// <param name="stride">Bytes of one of them.</param>
    internal RowSketch(int capacity, int stride)
    {
        (_stride, _rowBytes) = (stride, RowBytes(stride));
        _codes = (byte*)NativeMemory.AlignedAlloc((nuint)capacity * (nuint)_rowBytes, NibbleProducts.Step);
        _hidden = (float*)NativeMemory.AlignedAlloc((nuint)capacity * sizeof(float), NibbleProducts.Step);
    }

    /// <summary>Memory for so many rows of <paramref name="stride"/> bytes.</summary>
    internal static long Bytes(int rows, int stride) => (long)rows * (RowBytes(stride) + sizeof(float));

    internal void Add(ReadOnlySpan<sbyte> rows, ReadOnlySpan<float> scales)
    {
        Span<sbyte> padded = stackalloc sbyte[2 * _rowBytes];
        padded.Clear();
        for (var r = 0; r < scales.Length; r++)
        {
            rows.Slice(r * _stride, _stride).CopyTo(padded);
            var (length, hidden) = Encode(padded, new Span<byte>(_codes + ((long)_rows * _rowBytes), _rowBytes), _stride);
            _hidden[_rows++] = hidden;
            _longest = MathF.Max(_longest, length * scales[r]);
            _ordinary &= IsOrdinary(scales[r]);
        }
    }

    /// <param name="query">As <see cref="Int8Rows.QuantizeQuery"/> gives it.</param>
    /// <param name="scale">Its scale.</param>
    /// <returns>Null when nothing can be said, because numbers are so large or so small that floats lose them.</returns>
    internal Query? Prepare(ReadOnlySpan<short> query, float scale) => _ordinary && IsOrdinary(scale) ? new(query, scale, _rowBytes, _longest) : null;

    /// <summary>What the similarities of rows are at most.</summary>
    /// <param name="query">From this sketch.</param>
    /// <param name="start">The first of the rows.</param>
    /// <param name="scales">Of the rows.</param>
    /// <param name="most">Receives as many.</param>
    internal void Bound(Query query, int start, ReadOnlySpan<float> scales, Span<float> most)
    {
        Span<int> products = stackalloc int[scales.Length];
        NibbleProducts.Best(new ReadOnlySpan<byte>(_codes + ((long)start * _rowBytes), scales.Length * _rowBytes), query.Codes, products);
        var hidden = new ReadOnlySpan<float>(_hidden + start, scales.Length);
        var i = 0;
        for (; i + Vector<float>.Count <= scales.Length; i += Vector<float>.Count)
        {
            var shown = Vector.ConvertToSingle((new Vector<int>(products[i..]) * new Vector<int>(32)) - new Vector<int>(query.Centre)) * query.PerProduct;
            ((new Vector<float>(scales[i..]) * (shown + (new Vector<float>(hidden[i..]) * query.PerHidden))) + new Vector<float>(query.Slack)).CopyTo(most[i..]);
        }

        for (; i < scales.Length; i++)
        {
            most[i] = (scales[i] * ((((32 * products[i]) - query.Centre) * query.PerProduct) + (hidden[i] * query.PerHidden))) + query.Slack;
        }
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_codes);
        NativeMemory.AlignedFree(_hidden);
        _codes = null;
        _hidden = null;
    }

    private static bool IsOrdinary(float scale) => scale is 0 or (> 1e-12f and < 1e12f);

    private static int RowBytes(int stride) => ((stride / 2) + NibbleProducts.Step - 1) / NibbleProducts.Step * NibbleProducts.Step;

    /// <param name="row">Components, zero from <paramref name="stride"/> on.</param>
    /// <param name="codes">Half as many bytes.</param>
    /// <param name="stride">Components that count.</param>
    /// <returns>The row's length and that of what the codes leave out.</returns>
    private static (float Length, float Hidden) Encode(ReadOnlySpan<sbyte> row, Span<byte> codes, int stride)
    {
        var sign = Vector128.Create((byte)0x80);
        var low = Vector128.Create((byte)0x0F);
        for (var i = 0; i < codes.Length; i += Vector128<byte>.Count)
        {
            var first = Vector128.Create(row[i..]).AsByte() ^ sign;
            var second = Vector128.Create(row[(codes.Length + i)..]).AsByte() ^ sign;
            ((first.AsUInt16() >>> 4).AsByte() & low | (second & ~low)).CopyTo(codes[i..]);
        }

        var squares = Vector128<int>.Zero;
        var hidden = Vector128<int>.Zero;
        for (var i = 0; i < stride; i += Vector128<sbyte>.Count)
        {
            var (left, right) = Vector128.Widen(Vector128.Create(row[i..]));
            squares += Squares(left) + Squares(right);
            hidden += Squares(Left(left)) + Squares(Left(right));
        }

        return (MathF.Sqrt(Vector128.Sum(squares)), MathF.Sqrt(Vector128.Sum(hidden)) / 2);

        // Twice the difference from the middle of the code, so that it is whole.
        static Vector128<short> Left(Vector128<short> components) => ((components & Vector128.Create((short)0x0F)) << 1) - Vector128.Create((short)Rounding);

        static Vector128<int> Squares(Vector128<short> numbers)
        {
            var (first, second) = Vector128.Widen(numbers * numbers);
            return first + second;
        }
    }

    /// <summary>
    /// A query in 8 bits: with q = 33 · c + e and v = m + ρ, m being what a row's codes show, <c>q·v = 33 · c·m + e·v + 33 · c·ρ</c>, of which the first is
    /// computed and the others are at most <c>|e| · |v|</c> and <c>33 · |c| · |ρ|</c>.
    /// </summary>
    internal sealed class Query
    {
        /// <summary>Brings 12 bits into 8: 4,095 / 33 is 124.</summary>
        private const int Share = 33;

        /// <summary>More than floats can be off by in adding a few numbers.</summary>
        private const float Margin = 1e-4f;

        internal Query(ReadOnlySpan<short> query, float scale, int rowBytes, float longest)
        {
            var codes = new sbyte[2 * rowBytes];
            var (all, own, missed) = (0.0, 0.0, 0.0);
            for (var i = 0; i < query.Length; i++)
            {
                var code = (int)Math.Round(query[i] / (double)Share);
                var rest = query[i] - (Share * code);
                codes[i] = (sbyte)code;
                Centre += 241 * code;
                (all, own, missed) = (all + ((double)query[i] * query[i]), own + ((double)code * code), missed + ((double)rest * rest));
            }

            Codes = codes;
            PerProduct = scale * Share / 2;
            PerHidden = (float)(scale * Share * Math.Sqrt(own)) * (1 + Margin);
            Slack = (float)(scale * longest * (Math.Sqrt(missed) + (Margin * Math.Sqrt(all))));
        }

        internal sbyte[] Codes { get; }

        /// <summary>What 2 · 120.5, the codes' middle, adds up to.</summary>
        internal int Centre { get; }

        internal float PerProduct { get; }

        internal float PerHidden { get; }

        internal float Slack { get; }
    }
}
