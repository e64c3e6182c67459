using System.CommandLine;
using System.Globalization;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;
using Winnow.Papers;
using Winnow.Sources.Importing;

namespace Winnow.Cli.Commands;

internal sealed class ImportCommand : WinnowCommand
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, folders with all that is in them, or - for standard input; each may be compressed with gzip.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _format = new("--format")
    {
        Description = "The format, when it is not recognised by its content: " + string.Join(", ", Workspace.Formats.All.Select(format => format.Name)),
        HelpName = "NAME",
    };

    private readonly Option<bool> _replaceSample = new("--replace-sample") { Description = "Forget the sample catalogue once your papers are in." };
    private readonly BatchOption _batch = new();
    private readonly Option<bool> _json = new("--json") { Description = "The counts as one JSON object." };

    public ImportCommand(Terminal terminal, GlobalOptions globals)
        : base(
            "import",
            "Read paper metadata into the library. Importing again changes nothing; interrupted, run it again.",
            """
            winnow import papers/ library.bib
            winnow import --replace-sample my-papers.jsonl.gz
            winnow import --format bibtex - < references.txt
            """,
            terminal,
            globals)
    {
        Add(_paths);
        Add(_format);
        Add(_replaceSample);
        Add(_batch);
        Add(_json);
        Validators.Add(result =>
        {
            if (result.GetValue(_paths)?.FirstOrDefault(path => path.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
            {
                result.AddError($"There is no option {unknown}.");
            }
        });
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.OpenOrCreate(Settings(parsed, _batch.Flags(parsed)));
        var request = new ImportRequest(parsed.GetValue(_paths)!, parsed.GetValue(_format));
        var importing = ImportingProgress.RunAsync(Terminal, progress => workspace.Import.RunAsync(request, progress, cancel));
        await workspace.IndexDuringAsync(importing, cancel).ConfigureAwait(false);
        var result = await importing.ConfigureAwait(false);
        var readable = result.Counts.Read > result.Counts.Rejected;
        var counts = await workspace.Library.CountAsync(cancel).ConfigureAwait(false);
        if (readable && parsed.GetValue(_replaceSample))
        {
            await workspace.Writer.RemoveSourceAsync(SampleCatalogue.Source, cancel).ConfigureAwait(false);
        }
        else if (counts.BySource.ContainsKey(SampleCatalogue.Source) && !counts.OnlySample)
        {
            Terminal.Error.WriteLine("The sample catalogue is among your papers; the same command with --replace-sample takes it out.");
        }

        // Told before indexing begins: what is stored stays, whatever comes then.
        Write(result, parsed.GetValue(_json));
        await workspace.CatchUpAsync(Terminal, cancel).ConfigureAwait(false);
        return readable || result.Counts.Rejected == 0 ? ExitCode.Done : ExitCode.BadInput;
    }

    private void Write(ImportResult result, bool json)
    {
        foreach (var note in result.Notes)
        {
            Terminal.Error.WriteLine(note);
        }

        var (counts, seconds) = (result.Counts, result.Elapsed.TotalSeconds);
        if (json)
        {
            Terminal.Out.WriteLine(CliJson.Line(new ImportReport(
                counts.Read, counts.New, counts.Merged, counts.Updated, counts.Unchanged, counts.Rejected, counts.Withdrawn, result.Rejections, Math.Round(seconds, 3))));
            Terminal.Out.Flush();
            return;
        }

        Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Number(counts.Read, "record")} read in {seconds:0.0} s: {Text(counts)}."));
        if (result.Rejections is { } file)
        {
            Terminal.Out.WriteLine($"Why {(counts.Rejected == 1 ? "it was" : "they were")} rejected: {file}");
        }

        Terminal.Out.Flush();
    }

    private static string Text(ImportCounts counts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{counts.New:N0} new, {counts.Merged:N0} merged, {counts.Updated:N0} updated, {counts.Unchanged:N0} unchanged, {counts.Rejected:N0} rejected{(counts.Withdrawn > 0 ? $", {counts.Withdrawn:N0} withdrawn" : "")}");

    private static string Number(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
