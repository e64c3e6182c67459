namespace Winnow.Embeddings.Models;

/// <summary>The models of one data folder, each in a folder of its own, and which of them is chosen. Several processes may read and write.</summary>
/// <param name="folder">It need not exist.</param>
public sealed class InstalledModels(string folder)
{
    /// <summary>Two lines: the chosen model, and the one before it, which answers until the chosen one knows as many papers.</summary>
    private const string ChosenName = "chosen";

    /// <summary>What is being added lies here: it becomes a model by one renaming.</summary>
    private const string StagingName = ".adding";

    public string Folder => folder;

    /// <summary>The name of the model that was chosen here; the one that ships when nobody chose.</summary>
    public string Chosen => Lines() is [{ Length: > 0 } name, ..] ? name : ModelFolder.ShippedName;

    /// <summary>The model that was chosen before; null when there was none.</summary>
    public string? Previous => Lines() is [_, { Length: > 0 } name, ..] ? name : null;

    /// <summary>Names of all, the one that ships first; a folder that cannot be read as a model is among them.</summary>
    public IReadOnlyList<string> Names()
    {
        if (!Directory.Exists(folder)) return [ModelFolder.ShippedName];
        var own = Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)).Where(name => ModelName.IsValid(name) && name != ModelFolder.ShippedName);
        return [ModelFolder.ShippedName, .. own.Order(StringComparer.Ordinal)];
    }

    /// <returns>Null when there is no model of that name.</returns>
    /// <exception cref="ModelFileException">There is, and its manifest cannot be read.</exception>
    public ModelFolder? Find(string name)
    {
        if (name == ModelFolder.ShippedName) return ModelFolder.Shipped;
        return ModelName.IsValid(name) && Directory.Exists(PathOf(name)) ? ModelFolder.Read(PathOf(name), name) : null;
    }

    public string PathOf(string name) => Path.Combine(folder, name);

    public void Choose(string name)
    {
        Directory.CreateDirectory(folder);
        var before = Chosen;
        if (before == name) return;
        var path = Path.Combine(folder, ChosenName);
        File.WriteAllText(path + ".new", $"{name}\n{before}\n");
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Deletes a model's folder.</summary>
    public void Remove(string name) => Directory.Delete(PathOf(name), recursive: true);

    /// <summary>An empty folder to put a model together in. What a process that died left there is swept away, except for the downloads, which go on.</summary>
    public string Stage(string name)
    {
        var path = Path.Combine(folder, StagingName, name);
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        Directory.CreateDirectory(path);
        return path;
    }

    /// <summary>Where a download goes on after it broke off.</summary>
    public string DownloadsOf(string name) => Path.Combine(folder, StagingName, name + ".downloads");

    /// <summary>Makes what was put together a model.</summary>
    /// <exception cref="IOException">There is one of that name.</exception>
    public ModelFolder Install(string staged, string name)
    {
        Directory.Move(staged, PathOf(name));
        return ModelFolder.Read(PathOf(name), name);
    }

    /// <summary>The same, in the place of an older one, which goes.</summary>
    public ModelFolder Replace(string staged, string name)
    {
        var old = Path.Combine(folder, StagingName, name + ".old");
        if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
        if (Directory.Exists(PathOf(name))) Directory.Move(PathOf(name), old);
        var model = Install(staged, name);
        if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
        return model;
    }

    private string[] Lines()
    {
        var path = Path.Combine(folder, ChosenName);
        try
        {
            return [.. File.ReadAllLines(path).Select(line => line.Trim())];
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }
}
