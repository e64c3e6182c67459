using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.AI;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;
using Winnow.Embeddings;
using Winnow.Embeddings.Models;

namespace Winnow.Cli.Commands.Models;

internal sealed class ModelsRemoveCommand : ModelsCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "A name that `winnow models list` shows." };
    private readonly Option<bool> _keepVectors = new("--keep-vectors") { Description = "Leave the vectors that it gave the papers." };

    public ModelsRemoveCommand(Terminal terminal, GlobalOptions globals)
        : base(
            "remove",
            "Delete a model's files and the vectors that it gave the papers. The chosen one and the one that ships stay.",
            "winnow models remove all-MiniLM-L6-v2",
            terminal,
            globals)
    {
        Add(_name);
        Add(_keepVectors);
    }

    protected override Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = Settings(parsed);
        var name = parsed.GetValue(_name)!;
        var installed = new InstalledModels(options.ModelsFolder);
        if (name == ModelFolder.ShippedName)
        {
            throw new CliException(ExitCode.Usage, "The model that ships with Winnow stays: it answers when no other can.");
        }

        if (!installed.Names().Contains(name))
        {
            Find(installed, name);
        }

        if (name == Chosen(options, installed))
        {
            throw new CliException(ExitCode.Usage, $"{name} is the chosen model. Choose another first: winnow models use {ModelFolder.ShippedName}");
        }

        var vectors = parsed.GetValue(_keepVectors) ? null : LabelOf(installed, name);
        installed.Remove(name);
        var papers = vectors is null ? 0 : StoredVectors.In(options.VectorsFolder).Delete(vectors);
        Terminal.Out.WriteLine(papers == 0 ? $"{name} is removed." : string.Create(CultureInfo.InvariantCulture, $"{name} is removed, with its vectors of {papers:N0} papers."));
        return Task.FromResult(ExitCode.Done);
    }

    /// <summary>What its vectors are labelled with; null when it cannot be opened, and then they stay.</summary>
    private static string? LabelOf(InstalledModels installed, string name)
    {
        try
        {
            using var generator = installed.Find(name)!.Open(TimeProvider.System);
            return ((EmbeddingGeneratorMetadata)generator.GetService(typeof(EmbeddingGeneratorMetadata))!).DefaultModelId;
        }
        catch (ModelFileException)
        {
            return null;
        }
    }
}
