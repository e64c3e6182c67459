using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.AI;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;
using Winnow.Configuration;
using Winnow.Embeddings;
using Winnow.Embeddings.Batching;
using Winnow.Embeddings.Models;

namespace Winnow.Cli.Commands.Models;

internal sealed class ModelsListCommand : ModelsCommand
{
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a line." };

    public ModelsListCommand(Terminal terminal, GlobalOptions globals)
        : base("list", "List the models, which of them is chosen, and how many papers each knows.", "winnow models list", terminal, globals) =>
        Add(_json);

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = Settings(parsed);
        var reports = await ReportsAsync(options, cancel).ConfigureAwait(false);
        if (parsed.GetValue(_json))
        {
            foreach (var report in reports)
            {
                Terminal.Out.WriteLine(CliJson.Line(report));
            }

            return ExitCode.Done;
        }

        Write(reports);
        var chosen = reports.FirstOrDefault(report => report.Chosen);
        Terminal.Out.WriteLine(chosen is null ? "The model that is chosen is not there: choose one with `winnow models use NAME`." : $"* {chosen.Name} is chosen. Another: winnow models use NAME");
        return ExitCode.Done;
    }

    private static async Task<List<ModelReport>> ReportsAsync(WinnowOptions options, CancellationToken cancel)
    {
        var installed = new InstalledModels(options.ModelsFolder);
        var stored = StoredVectors.In(options.VectorsFolder);
        var papers = 0L;
        if (File.Exists(options.LibraryFile))
        {
            await using var library = Storage.Sqlite.SqliteLibrary.Open(options.LibraryFile, Workspace.Formats, TimeProvider.System);
            papers = (await library.CountAsync(cancel).ConfigureAwait(false)).Papers;
        }

        var chosen = Chosen(options, installed);
        return [.. installed.Names().Select(name => Report(installed, name, name == chosen, stored, papers, ModelBatch.Choice(options)))];
    }

    private static ModelReport Report(InstalledModels installed, string name, bool chosen, StoredVectors stored, long papers, BatchChoice choice)
    {
        var report = new ModelReport { Name = name, Chosen = chosen, Folder = installed.PathOf(name), LibraryPapers = papers };
        try
        {
            var folder = installed.Find(name)!;
            var files = ModelFiles.Read(folder.Path);
            using var generator = folder.Open(TimeProvider.System, choice);
            var metadata = (EmbeddingGeneratorMetadata)generator.GetService(typeof(EmbeddingGeneratorMetadata))!;
            var batch = ModelBatch.Of(generator);
            return report with
            {
                Folder = folder.Path,
                Kind = folder.Kind.ToString().ToLowerInvariant(),
                Model = metadata.DefaultModelId,
                Dimensions = metadata.DefaultModelDimensions,
                Papers = stored.PapersOf(metadata.DefaultModelId!),
                Batch = batch?.Size,
                BatchReason = batch?.Why,
                Bytes = folder.IsShipped ? new FileInfo(Winnow.Embeddings.Static.StaticEmbedder.ShippedModel).Length : files?.Bytes,
                Source = folder.IsShipped ? "ships with Winnow" : files?.Source,
            };
        }
        catch (Exception broken) when (broken is ModelFileException or IOException or UnauthorizedAccessException)
        {
            return report with { Trouble = broken.Message };
        }
    }

    private void Write(List<ModelReport> reports)
    {
        var width = Math.Max(8, reports.Max(report => report.Name.Length));
        Terminal.Out.WriteLine(Terminal.Faint($"  {"name".PadRight(width)}  kind    dimensions       papers       size  name and version of its vectors"));
        foreach (var report in reports)
        {
            var name = report.Name.PadRight(width);
            Terminal.Out.WriteLine(report.Trouble is { } trouble
                ? $"{(report.Chosen ? '*' : ' ')} {name}  cannot be used: {trouble}"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(report.Chosen ? '*' : ' ')} {Terminal.Bold(name)}  {report.Kind,-6}  {report.Dimensions,10}  {report.Papers,11:N0}  {(report.Bytes ?? 0) / 1e6,6:N1} MB  {report.Model}"));
            if (report.Batch is { } batch)
            {
                Terminal.Out.WriteLine(Terminal.Faint($"  {"".PadRight(width)}  {new ModelBatch(batch, report.BatchReason!).Text}"));
            }
        }
    }
}
