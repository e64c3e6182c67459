using Winnow.Cli.Output;
using Winnow.Configuration;
using Winnow.Embeddings.Models;

namespace Winnow.Cli.Commands.Models;

/// <summary>A verb about models: most of them need no library.</summary>
internal abstract class ModelsCommand(string name, string description, string examples, Terminal terminal, GlobalOptions globals)
    : WinnowCommand(name, description, examples, terminal, globals)
{
    /// <summary>The name of the model that holds, by the setting or by the choice in the data folder.</summary>
    protected static string Chosen(WinnowOptions options, InstalledModels installed) => options.Model ?? installed.Chosen;

    /// <exception cref="CliException">There is none of that name.</exception>
    protected static ModelFolder Find(InstalledModels installed, string name) =>
        installed.Find(name) ?? throw new CliException(ExitCode.Usage, $"There is no model {name}. There {(installed.Names() is [var only] ? $"is {only}" : $"are {string.Join(", ", installed.Names())}")}; `winnow models add` adds another.");
}
