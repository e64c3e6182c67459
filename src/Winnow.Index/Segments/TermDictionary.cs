using System.Runtime.CompilerServices;

namespace Winnow.Index.Segments;

/// <summary>Looks terms up in a segment.</summary>
internal static unsafe class TermDictionary
{
    /// <summary>The term, or null when the segment does not have it. Moves <paramref name="cursor"/>.</summary>
    internal static TermInfo? Find(TermCursor cursor, ReadOnlySpan<byte> term) =>
        cursor.Seek(term) && cursor.Term.SequenceEqual(term) ? Info(cursor.Segment, cursor.Ordinal) : null;

    /// <exception cref="IndexCorruptException">The entry points outside the postings.</exception>
    internal static TermInfo Info(SegmentReader segment, int ordinal)
    {
        var entry = segment.Infos + ((long)ordinal * SegmentFormat.TermInfoSize);
        var info = new TermInfo(
            ordinal, Unsafe.ReadUnaligned<ulong>(entry), Unsafe.ReadUnaligned<int>(entry + 8), Unsafe.ReadUnaligned<float>(entry + 12));
        var blocks = (info.Frequency + SegmentFormat.BlockLength - 1L) / SegmentFormat.BlockLength;
        if (info.Frequency < 1 || info.Frequency > segment.Documents || info.Offset % 4 != 0 || info.Offset > (ulong)segment.Postings.Length
            || blocks * SegmentFormat.BlockEntrySize > segment.Postings.Length - (long)info.Offset || !float.IsFinite(info.Max))
        {
            throw segment.Corrupt($"has an impossible entry for term {ordinal}");
        }

        return info;
    }
}
