namespace Winnow.Sources.Importing;

/// <param name="Paths">Files, folders (all files below them) and <c>-</c> for standard input, imported in this order.</param>
/// <param name="Format">The format's name when it shall not be guessed from the content.</param>
public sealed record ImportRequest(IReadOnlyList<string> Paths, string? Format = null)
{
    public const string StandardInput = "-";

    /// <summary>Records to a commit: the write to disk that a commit costs does not show when a thousand share it.</summary>
    public int BatchRecords { get; init; } = 1000;

    /// <summary>What the history calls it; the paths when null.</summary>
    public string? Label { get; init; }

    /// <summary>Opens what <see cref="StandardInput"/> stands for; disposed when read.</summary>
    public Func<Stream> OpenStandardInput { get; init; } = Console.OpenStandardInput;
}
