using System.CommandLine;
using System.Globalization;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;
using Winnow.Configuration;
using Winnow.Embeddings.Models;

namespace Winnow.Cli.Commands.Models;

internal sealed class ModelsUseCommand : ModelsCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "A name that `winnow models list` shows; static is the model that ships." };
    private readonly Option<bool> _embed = new("--embed") { Description = "Embed the library with it now, and wait until that is done." };
    private readonly BatchOption _batch = new();

    public ModelsUseCommand(Terminal terminal, GlobalOptions globals)
        : base(
            "use",
            "Choose the model that answers. Until it knows as many papers as the one before, that one goes on answering.",
            """
            winnow models use all-MiniLM-L6-v2
            winnow models use own --embed
            winnow models use static
            """,
            terminal,
            globals)
    {
        Add(_name);
        Add(_embed);
        Add(_batch);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = Settings(parsed, _batch.Flags(parsed));
        var name = parsed.GetValue(_name)!;
        var installed = new InstalledModels(options.ModelsFolder);
        var model = Find(installed, name);
        Choose(options, installed, model);
        Terminal.Out.WriteLine($"{name} is chosen. A running `winnow serve` takes it within seconds.");
        if (model.Kind == ModelKind.Remote)
        {
            var endpoint = Winnow.Embeddings.Remote.RemoteManifestFile.Read(model.Path).Endpoint;
            Terminal.Out.WriteLine($"Titles, abstracts and questions are sent to {endpoint.Authority} to be embedded.");
        }

        Terminal.Out.Flush();
        if (parsed.GetValue(_embed))
        {
            await EmbedAsync(options, name, cancel).ConfigureAwait(false);
        }
        else if (File.Exists(options.LibraryFile))
        {
            Terminal.Out.WriteLine($"The papers are embedded with it while `winnow serve` runs, the newest first; `winnow models use {name} --embed` does so now.");
        }

        return ExitCode.Done;
    }

    /// <exception cref="CliException">A setting wins over what is chosen here.</exception>
    public static void Choose(WinnowOptions options, InstalledModels installed, ModelFolder model)
    {
        if (options.Model is { } told && told != model.Name)
        {
            throw new CliException(
                ExitCode.Usage, $"The setting \"model\" ({options.SettingsFile}, or WINNOW_MODEL) says {told}, and wins over what is chosen here. Take it out, or change it there.");
        }

        using (model.Open(TimeProvider.System))
        {
            // A model that cannot be opened is not chosen.
        }

        installed.Choose(model.Name);
    }

    private async Task EmbedAsync(WinnowOptions options, string name, CancellationToken cancel)
    {
        await using var workspace = Workspace.Open(options);
        using var progress = new EmbeddingReport(Terminal, leastPapers: 1);
        var alone = await workspace.Meaning.CatchUpAsync(progress, cancel).ConfigureAwait(false);
        var papers = (await workspace.Library.CountAsync(cancel).ConfigureAwait(false)).Papers;
        progress.Dispose();
        Terminal.Out.WriteLine(alone
            ? string.Create(CultureInfo.InvariantCulture, $"{name} knows {workspace.Meaning.Chosen.Papers:N0} of {papers:N0} papers.")
            : "Another process is embedding with it; this one leaves it to that.");
    }
}
