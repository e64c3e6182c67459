using Winnow.Index;
using Winnow.Index.Vectors;

namespace Winnow.Cli.Hosting;

/// <summary>Which models' vectors lie in a data folder, whether those models are still there or not.</summary>
internal sealed class StoredVectors
{
    private readonly Dictionary<string, StoredModel> _byModel = new(StringComparer.Ordinal);

    /// <summary>Reads the head of each; damaged ones are passed over, since the embedder makes them anew.</summary>
    public static StoredVectors In(string folder)
    {
        var stored = new StoredVectors();
        if (!Directory.Exists(folder))
        {
            return stored;
        }

        foreach (var own in Directory.EnumerateDirectories(folder))
        {
            try
            {
                using var index = VectorIndex.Open(own);
                if (index.Space is { } space)
                {
                    stored._byModel[space.Model] = new StoredModel(space.Model, own, index.Count);
                }
            }
            catch (IndexCorruptException)
            {
                // Counted as none.
            }
        }

        return stored;
    }

    /// <param name="model">Its name and version.</param>
    public int PapersOf(string model) => _byModel.TryGetValue(model, out var found) ? found.Papers : 0;

    /// <summary>What the most complete of all other models has left; null when there is none.</summary>
    /// <param name="here">Names and versions of the models that are here.</param>
    public StoredModel? Lost(IEnumerable<string> here) => _byModel.Where(pair => !here.Contains(pair.Key)).Select(pair => pair.Value).MaxBy(one => one.Papers);

    /// <summary>Deletes a model's vectors.</summary>
    /// <returns>Papers that had one.</returns>
    public int Delete(string model)
    {
        if (!_byModel.Remove(model, out var found))
        {
            return 0;
        }

        Directory.Delete(found.Folder, recursive: true);
        return found.Papers;
    }
}
