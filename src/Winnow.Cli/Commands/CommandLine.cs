using System.CommandLine;
using System.CommandLine.Help;
using Winnow.Cli.Commands.Collections;
using Winnow.Cli.Commands.Models;
using Winnow.Cli.Output;

namespace Winnow.Cli.Commands;

/// <summary>All that can be typed.</summary>
internal static class CommandLine
{
    /// <summary>No <c>@file</c> and no <c>-abc</c> for <c>-a -b -c</c>: a query may hold both as they stand.</summary>
    public static ParserConfiguration Rules { get; } = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    public static RootCommand Create(Terminal terminal, GlobalOptions globals)
    {
        var root = new RootCommand("Winnow finds papers: import what your sources say, then ask in your own words.")
        {
            globals.Data,
            globals.VerboseOption,
            new ServeCommand(terminal, globals),
            new ImportCommand(terminal, globals),
            new SyncCommand(terminal, globals),
            new Command("sources", "Say which live sources the library follows.")
            {
                new SourcesListCommand(terminal, globals),
                new SourcesAddCommand(terminal, globals),
                new SourcesPauseCommand(terminal, globals),
                new SourcesResumeCommand(terminal, globals),
                new SourcesRemoveCommand(terminal, globals),
            },
            new SearchCommand(terminal, globals),
            new ShowCommand(terminal, globals),
            new SimilarCommand(terminal, globals),
            new CollectionsCommand(terminal, globals),
            new TopicsCommand(terminal, globals),
            new TrendingCommand(terminal, globals),
            new Command("index", "Rebuild or check the search index.")
            {
                new IndexRebuildCommand(terminal, globals),
                new IndexCheckCommand(terminal, globals),
            },
            new BatchSizeCommand(terminal, globals),
            new Command("models", "Add, try, choose and train models of meaning.")
            {
                new ModelsListCommand(terminal, globals),
                new ModelsAddCommand(terminal, globals),
                new ModelsTestCommand(terminal, globals),
                new ModelsUseCommand(terminal, globals),
                new ModelsRemoveCommand(terminal, globals),
                new ModelsTrainCommand(terminal, globals),
            },
            new DoctorCommand(terminal, globals),
            new ReadPdfCommand(terminal),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    /// <summary>As typed: <c>winnow index check</c>.</summary>
    public static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : "winnow";
}
