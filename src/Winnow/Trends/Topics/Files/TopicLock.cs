namespace Winnow.Trends.Topics.Files;

/// <summary>Held by the one process that counts.</summary>
internal static class TopicLock
{
    internal const string FileName = "lock";

    /// <returns>Null when another has it.</returns>
    internal static FileStream? TryTake(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
