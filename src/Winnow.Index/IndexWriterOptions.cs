namespace Winnow.Index;

/// <summary>How a writer works.</summary>
public sealed record IndexWriterOptions
{
    /// <summary>Start from nothing: the first commit replaces whatever the folder holds.</summary>
    public bool Rebuild { get; init; }

    /// <summary>Occurrences of words held in memory before they become a segment; each takes 8 bytes, 16 while a segment is written.</summary>
    public int BufferedOccurrences { get; init; } = 4_000_000;

    /// <summary>Segments of one size class that are merged into one.</summary>
    public int MergeFactor { get; init; } = 8;
}
