namespace Winnow.Cli.Output;

/// <summary>One model, for a script.</summary>
internal sealed record ModelReport
{
    public required string Name { get; init; }

    public required bool Chosen { get; init; }

    /// <summary><c>static</c>, <c>onnx</c> or <c>remote</c>; absent when it cannot be read.</summary>
    public string? Kind { get; init; }

    /// <summary>Name and version, as vectors are labelled with it.</summary>
    public string? Model { get; init; }

    public int? Dimensions { get; init; }

    /// <summary>Papers that have a vector of it.</summary>
    public int Papers { get; init; }

    /// <summary>Papers of the library.</summary>
    public long LibraryPapers { get; init; }

    /// <summary>Texts that it embeds at once; absent where it takes one after the other.</summary>
    public int? Batch { get; init; }

    /// <summary>Why so many.</summary>
    public string? BatchReason { get; init; }

    /// <summary>Of its files.</summary>
    public long? Bytes { get; init; }

    /// <summary>Where it came from.</summary>
    public string? Source { get; init; }

    public required string Folder { get; init; }

    /// <summary>Why it cannot be used.</summary>
    public string? Trouble { get; init; }
}
