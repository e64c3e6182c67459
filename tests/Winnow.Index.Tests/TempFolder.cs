namespace Winnow.Index.Tests;

/// <summary>A directory of the test's own, gone at its end.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("winnow-index-").FullName;

    public static implicit operator string(TempFolder folder) => folder.Path;

    public void CopyTo(string other)
    {
        foreach (var file in Directory.EnumerateFiles(Path).Where(file => System.IO.Path.GetFileName(file) != "write.lock"))
        {
            File.Copy(file, System.IO.Path.Combine(other, System.IO.Path.GetFileName(file)), overwrite: true);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
