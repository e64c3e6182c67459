namespace Winnow.Tests.Samples;

/// <summary>What the data pack says of one landmark.</summary>
internal sealed record PublishedRecord(Landmark Landmark, string File, string Title, string? FirstAuthor, int? Year, string? Status, string? ArXiv, string? Acl, string? Abstract)
{
    /// <summary>A submission that was not accepted there, or a preprint: its year is not that of the publication.</summary>
    internal bool IsOtherEdition => File.StartsWith("hf-daily", StringComparison.Ordinal)
        || Status is { } status && (status.Contains("Reject", StringComparison.Ordinal) || status.Contains("Workshop", StringComparison.Ordinal) || status == "preprint");

    public override string ToString() => $"{Landmark.Id} and {File}";
}
