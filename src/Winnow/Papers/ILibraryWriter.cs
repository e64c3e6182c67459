namespace Winnow.Papers;

/// <summary>Changes the library. One change is at work at a time, over all processes; each is a transaction that is on disk when its task completes.</summary>
public interface ILibraryWriter
{
    /// <summary>Opens an entry in the history of imports.</summary>
    /// <param name="input">What is imported, in a person's words.</param>
    Task<ILibraryImport> BeginImportAsync(string input, CancellationToken cancel);

    /// <summary>Forgets one record; its paper is merged again from the others, and may fall apart.</summary>
    /// <returns>Whether the library had it.</returns>
    Task<bool> RemoveAsync(string source, string key, CancellationToken cancel);

    /// <summary>Forgets all records of one source, in batches, so that searching goes on meanwhile.</summary>
    /// <returns>How many there were.</returns>
    Task<long> RemoveSourceAsync(string source, CancellationToken cancel);

    /// <summary>The newest imports first.</summary>
    Task<IReadOnlyList<ImportRun>> GetImportsAsync(int limit, CancellationToken cancel);
}
