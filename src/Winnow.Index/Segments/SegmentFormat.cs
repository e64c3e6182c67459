namespace Winnow.Index.Segments;

/// <summary>Constants of the segment file; README.md beside this file documents every byte.</summary>
internal static class SegmentFormat
{
    internal const ulong Magic = 0x0047_4553_4E57_4957; // "WIWNSEG\0" in little endian
    internal const uint Version = 1;
    internal const uint OldestReadable = 1;
    internal const int HeaderSize = 32;
    internal const int RegionAlignment = 64;
    internal const int RegionEntrySize = 24;

    /// <summary>Terms of one front-coded block of the dictionary.</summary>
    internal const int TermsPerBlock = 16;

    /// <summary>Longer terms do not enter the dictionary; the analyzer makes none.</summary>
    internal const int MaxTermBytes = 2048;

    internal const int TermInfoSize = 16;
    internal const int BlockEntrySize = 16;
    internal const int BlockLength = 128;

    /// <summary>Stands in a block's bit width for documents stored as plain 32-bit numbers.</summary>
    internal const int PlainBits = 32;

    /// <summary>A number column's "none".</summary>
    internal const int NoNumber = int.MinValue;

    internal const int FieldBits = 2;
}
