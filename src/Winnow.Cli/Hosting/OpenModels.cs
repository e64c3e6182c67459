using Microsoft.Extensions.AI;
using Winnow.Configuration;
using Winnow.Embeddings;
using Winnow.Embeddings.Batching;
using Winnow.Embeddings.Models;
using Winnow.Search.Meaning;

namespace Winnow.Cli.Hosting;

/// <summary>The models that answer in this process: the chosen one, the one before it as long as that knows more papers, and the one that ships.</summary>
internal sealed class OpenModels : IDisposable
{
    private readonly List<EmbeddingModel> _models = [];

    private readonly BatchChoice _batch;

    private Func<string, string>? _trouble;

    private OpenModels(string chosen, BatchChoice batch) => (Chosen, _batch) = (chosen, batch);

    /// <summary>The chosen model first, the one that ships last; one model when that is the chosen one.</summary>
    public IReadOnlyList<EmbeddingModel> InOrder => _models;

    /// <summary>The model that ships: it reads papers quickly and asks nobody.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Shipped { get; private set; } = null!;

    /// <summary>The name of the chosen model, whether it can be used or not.</summary>
    public string Chosen { get; }

    /// <summary>Why the chosen model is not used, in a sentence with what to do; null when it is.</summary>
    public string? Trouble => Complaint("the one that ships");

    /// <summary>Whether embedding many papers with it is nothing to wait for.</summary>
    public bool ChosenIsSlow { get; private set; }

    /// <summary>A model that cannot be opened keeps nobody from searching: the others answer.</summary>
    public static OpenModels Of(WinnowOptions options)
    {
        var installed = new InstalledModels(options.ModelsFolder);
        var models = new OpenModels(options.Model ?? installed.Chosen, ModelBatch.Choice(options));
        try
        {
            models.OpenChosen(installed);
            models.OpenPrevious(installed, options.VectorsFolder);
            if (models._models.Count == 0 || models.Chosen != ModelFolder.ShippedName)
            {
                models.Add(ModelFolder.Shipped);
            }

            return models;
        }
        catch
        {
            models.Dispose();
            throw;
        }
    }

    /// <summary>The same, where another model answers in its place.</summary>
    public string? Complaint(string answering) => _trouble?.Invoke(answering);

    /// <summary>What still embeds is let to its end.</summary>
    public void Dispose() => _models.ForEach(model => model.Close());

    private void OpenChosen(InstalledModels installed)
    {
        if (Chosen == ModelFolder.ShippedName)
        {
            return;
        }

        try
        {
            if (installed.Find(Chosen) is { } model)
            {
                Add(model);
                ChosenIsSlow = model.Kind != ModelKind.Static;
                return;
            }

            _trouble = answering => $"There is no model {Chosen}, so {answering} answers. `winnow models list` shows which there are, `winnow models use NAME` chooses one.";
        }
        catch (Exception broken) when (broken is ModelFileException or IOException or UnauthorizedAccessException)
        {
            _trouble = answering => $"The model {Chosen} cannot be used, so {answering} answers: {broken.Message} `winnow doctor` says more.";
        }
    }

    private void OpenPrevious(InstalledModels installed, string vectors)
    {
        if (_models.Count == 0 || installed.Previous is not { } name || name == Chosen || name == ModelFolder.ShippedName)
        {
            return;
        }

        try
        {
            if (installed.Find(name) is { } model && Add(model))
            {
                var stored = StoredVectors.In(vectors);
                if (stored.PapersOf(_models[^1].Name) <= stored.PapersOf(_models[0].Name))
                {
                    Forget();
                }
            }
        }
        catch (Exception broken) when (broken is ModelFileException or IOException or UnauthorizedAccessException)
        {
            // It was chosen once and is missed by nobody: the one that ships stands in.
        }
    }

    private bool Add(ModelFolder folder)
    {
        var generator = folder.Open(TimeProvider.System, _batch);
        var model = new EmbeddingModel(generator);
        if (folder.IsShipped)
        {
            Shipped = generator;
        }

        if (_models.Any(other => other.Name == model.Name))
        {
            // A copy of one that is open: the same vectors.
            model.Close();
            return false;
        }

        _models.Add(model);
        return true;
    }

    private void Forget()
    {
        _models[^1].Close();
        _models.RemoveAt(_models.Count - 1);
    }
}
