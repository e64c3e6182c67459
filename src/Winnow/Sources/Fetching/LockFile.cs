namespace Winnow.Sources.Fetching;

/// <summary>
/// A file that one process at a time holds open. The system lets go of it when the process dies, however it dies, so that nobody waits for the dead.
/// </summary>
internal sealed class LockFile : IDisposable
{
    private const int LongestNote = 200;
    private readonly FileStream _file;

    private LockFile(FileStream file) => _file = file;

    /// <summary>Takes the lock; null when another holds it.</summary>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    internal static LockFile? TryTake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            // FileShare.None is a lock on every system that .NET runs on, within a process too.
            return new LockFile(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>What the last holder wrote; empty when nobody did.</summary>
    internal string Read()
    {
        Span<byte> bytes = stackalloc byte[LongestNote];
        _file.Position = 0;
        var length = _file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return System.Text.Encoding.UTF8.GetString(bytes[..length]);
    }

    /// <summary>Leaves a note for the next holder; it is on disk when this returns.</summary>
    internal void Write(string note)
    {
        _file.Position = 0;
        _file.Write(System.Text.Encoding.UTF8.GetBytes(note));
        _file.SetLength(_file.Position);
        _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file.Dispose();
}
