namespace Winnow.Embeddings.Tests;

/// <summary>A folder for one test.</summary>
internal sealed class OwnFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("winnow-embeddings-").FullName;

    public string At(string name) => Path.Combine(Root, name);

    public string Write(string name, string content)
    {
        var path = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
