namespace Winnow.Index;

/// <summary>A file of the index is torn, truncated, altered or of an unknown version. The index is derived: delete it and build it again.</summary>
/// <param name="file">The file's name.</param>
/// <param name="problem">What is wrong with it, the rest of a sentence that begins with the file.</param>
public sealed class IndexCorruptException(string file, string problem, Exception? inner = null)
    : IOException($"The index file {file} {problem}.", inner)
{
    public string File { get; } = file;
}
