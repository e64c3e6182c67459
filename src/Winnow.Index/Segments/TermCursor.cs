namespace Winnow.Index.Segments;

/// <summary>Walks a segment's terms in ascending order of their bytes.</summary>
internal sealed unsafe class TermCursor(SegmentReader segment)
{
    private readonly byte[] _term = new byte[SegmentFormat.MaxTermBytes];
    private byte* _at;
    private int _length;

    internal SegmentReader Segment => segment;

    /// <summary>−1 before the first term, the number of terms after the last.</summary>
    internal int Ordinal { get; private set; } = -1;

    internal ReadOnlySpan<byte> Term => _term.AsSpan(0, _length);

    internal bool Next()
    {
        if (Ordinal + 1 >= segment.Facts.Terms)
        {
            Ordinal = segment.Facts.Terms;
            return false;
        }

        Ordinal++;
        if (Ordinal % SegmentFormat.TermsPerBlock == 0)
        {
            _at = segment.Terms.Start + segment.TermBlockOffset(Ordinal / SegmentFormat.TermsPerBlock);
        }

        var stop = segment.Terms.Start + segment.Terms.Length;
        var shared = segment.ReadVarint(ref _at, stop);
        var own = segment.ReadVarint(ref _at, stop);
        if (shared > (uint)_length || own > SegmentFormat.MaxTermBytes - shared || own > stop - _at)
        {
            throw segment.Corrupt("has an impossible term");
        }

        new ReadOnlySpan<byte>(_at, (int)own).CopyTo(_term.AsSpan((int)shared));
        _at += own;
        _length = (int)(shared + own);
        return true;
    }

    /// <summary>Goes to the term with this number, which exists.</summary>
    internal void MoveTo(int ordinal)
    {
        if (ordinal < Ordinal || ordinal / SegmentFormat.TermsPerBlock != Ordinal / SegmentFormat.TermsPerBlock || Ordinal < 0)
        {
            Ordinal = (ordinal / SegmentFormat.TermsPerBlock * SegmentFormat.TermsPerBlock) - 1;
        }

        while (Ordinal < ordinal)
        {
            Next();
        }
    }

    /// <summary>Goes to the first term that is not below <paramref name="term"/>.</summary>
    /// <returns>False when there is none.</returns>
    internal bool Seek(ReadOnlySpan<byte> term)
    {
        var (low, high) = (0, segment.TermBlocks - 1);
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (First(middle).SequenceCompareTo(term) <= 0)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        Ordinal = (low * SegmentFormat.TermsPerBlock) - 1;
        while (Next())
        {
            if (Term.SequenceCompareTo(term) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<byte> First(int block)
    {
        var at = segment.Terms.Start + segment.TermBlockOffset(block);
        var stop = segment.Terms.Start + segment.Terms.Length;
        segment.ReadVarint(ref at, stop);
        var length = segment.ReadVarint(ref at, stop);
        return length <= stop - at ? new ReadOnlySpan<byte>(at, (int)length) : throw segment.Corrupt("has an impossible term");
    }
}
