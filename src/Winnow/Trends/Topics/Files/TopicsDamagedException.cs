namespace Winnow.Trends.Topics.Files;

/// <summary>A file of the topics is torn, altered or of another version. Topics are derived: they are counted again from the library.</summary>
/// <param name="file">The file's name.</param>
/// <param name="problem">What is wrong with it, the rest of a sentence that begins with the file.</param>
internal sealed class TopicsDamagedException(string file, string problem, Exception? inner = null)
    : IOException($"The topics file {file} {problem}.", inner);
