namespace Winnow.Embeddings.Remote;

/// <summary>The secret that an endpoint asks for. It is read when it is used, so that a new one needs no restart, and never shown.</summary>
internal static class RemoteKey
{
    private const int Longest = 4096;

    /// <returns>Null when the manifest names none: endpoints on one's own machine rarely ask.</returns>
    /// <exception cref="RemoteModelException">It is not where the manifest says.</exception>
    public static string? Read(RemoteManifest manifest, string folder)
    {
        if (manifest.KeyVariable is { } variable)
        {
            return Environment.GetEnvironmentVariable(variable) is { } value && Usable(value.Trim())
                ? value.Trim()
                : throw new RemoteModelException($"The key of the model {manifest.Name} is to be in the environment variable {variable}, which is not set or holds no key.");
        }

        if (manifest.KeyFile is not { } file) return null;
        var path = Path.Combine(folder, file);
        try
        {
            return File.ReadLines(path).FirstOrDefault()?.Trim() is { } line && Usable(line)
                ? line
                : throw new RemoteModelException($"{path} holds no key of the model {manifest.Name}: expected it on the first line.");
        }
        catch (Exception unreadable) when (unreadable is UnauthorizedAccessException or IOException and not RemoteModelException)
        {
            throw new RemoteModelException($"The key of the model {manifest.Name} cannot be read from {path}: {unreadable.Message}", unreadable);
        }
    }

    // A header's value: anything else would be refused by HttpClient with the key in its message.
    private static bool Usable(string key) => key.Length is > 0 and <= Longest && key.All(letter => letter is > ' ' and < (char)127);
}
