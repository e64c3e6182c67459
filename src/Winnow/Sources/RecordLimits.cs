namespace Winnow.Sources;

/// <summary>How large one record may be, so that memory stays bounded whatever the input.</summary>
internal static class RecordLimits
{
    /// <summary>The largest record seen in real data, a paper with 3,000 authors and their affiliations, has 1.5 MiB.</summary>
    internal const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>No title is longer; what is was read from the wrong place.</summary>
    internal const int MaxTitleLength = 4000;

    internal const string TooLarge = "The record is larger than 16 MiB, which no paper's metadata is; it was skipped.";
}
