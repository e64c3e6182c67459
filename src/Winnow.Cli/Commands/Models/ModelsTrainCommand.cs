using System.CommandLine;
using System.Globalization;
using Winnow.Cli.Output;
using Winnow.Configuration;
using Winnow.Embeddings;
using Winnow.Embeddings.Fitting;
using Winnow.Embeddings.Models;
using Winnow.Embeddings.Static;
using Winnow.Papers;
using Winnow.Storage.Sqlite;

namespace Winnow.Cli.Commands.Models;

internal sealed class ModelsTrainCommand : ModelsCommand
{
    /// <summary>What a library's own model is called.</summary>
    private const string OwnName = "own";

    private const int ChunkSize = 4096;

    private const double UsualEpochs = 2;

    private readonly Option<double?> _epochs = new("--epochs") { Description = "How often every paper is seen; 2 without it.", HelpName = "N" };
    private readonly Option<int?> _threads = new("--threads") { Description = "Processors to use; all without it.", HelpName = "N" };
    private readonly Option<bool> _use = new("--use") { Description = "Choose it when it is better." };

    public ModelsTrainCommand(Terminal terminal, GlobalOptions globals)
        : base(
            "train",
            "Fit the model that ships to your own papers. It becomes the model own, unless it finds held-out papers worse than what there was; then exit code 1.",
            """
            winnow models train
            winnow models train --epochs 3 --use
            """,
            terminal,
            globals)
    {
        Add(_epochs);
        Add(_threads);
        Add(_use);
        Validators.Add(result =>
        {
            if (result.GetValue(_epochs) is { } epochs && epochs is not (> 0 and <= 100))
            {
                result.AddError("--epochs takes a number above 0, at most 100.");
            }

            if (result.GetValue(_threads) is < 1 or > 1024)
            {
                result.AddError("--threads takes a number from 1 to 1024.");
            }
        });
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = Settings(parsed);
        var installed = new InstalledModels(options.ModelsFolder);
        var corpus = await ReadAsync(options, cancel).ConfigureAwait(false);
        if (corpus.Count < FittingCorpus.FewestPapers)
        {
            Terminal.Complain(string.Create(
                CultureInfo.InvariantCulture,
                $"The library has {corpus.Count:N0} papers with an abstract, and a fit needs {FittingCorpus.FewestPapers:N0}: with fewer a model forgets more than it learns. The one that ships stays the better choice."));
            return ExitCode.Nothing;
        }

        Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{corpus.Fitted.Count:N0} papers to fit to, {corpus.HeldOut.Count:N0} held out to judge by."));
        Terminal.Out.Flush();
        var threads = parsed.GetValue(_threads) ?? Environment.ProcessorCount;
        // The measuring and fitting compute for minutes without a pause; the thread that hears Ctrl-C stays free.
        return await Task.Run(() => TrainAsync(options, installed, corpus, parsed.GetValue(_epochs) ?? UsualEpochs, threads, parsed.GetValue(_use), cancel), cancel).ConfigureAwait(false);
    }

    private async Task<ExitCode> TrainAsync(WinnowOptions options, InstalledModels installed, FittingCorpus corpus, double epochs, int threads, bool use, CancellationToken cancel)
    {
        var judging = new HeldOutTest(corpus);
        var table = new TrainingTable(Terminal);
        var shipped = Judge(table, "the model that ships", StaticEmbedder.ShippedModel, judging, threads, cancel);
        var ownFile = Path.Combine(installed.PathOf(OwnName), "model.bin");
        var before = File.Exists(ownFile) ? Judge(table, "own, as it was", ownFile, judging, threads, cancel) : null;
        var staged = installed.Stage(OwnName);
        var file = Path.Combine(staged, "model.bin");
        try
        {
            Fit(corpus, epochs, threads, file, cancel);
            var fitted = Judge(table, "own, fitted now", file, judging, threads, cancel)!;
            table.Write();
            var best = Math.Max(shipped!.Value, before ?? 0);
            if (fitted <= best)
            {
                Terminal.Complain(string.Create(
                    CultureInfo.InvariantCulture, $"The fitted model is no better ({fitted:0.0000} against {best:0.0000}), so nothing is changed."));
                return ExitCode.Nothing;
            }

            await File.WriteAllTextAsync(Path.Combine(staged, ModelFolder.ManifestName), "{ \"kind\": \"static\", \"name\": \"own\" }\n", cancel).ConfigureAwait(false);
            var model = await new ModelAddition(installed, TimeProvider.System).FinishAsync(staged, OwnName, "fitted to this library", cancel, replace: true).ConfigureAwait(false);
            if (use)
            {
                ModelsUseCommand.Choose(options, installed, model);
            }

            Terminal.Out.WriteLine(use || Chosen(options, installed) == OwnName
                ? "It is the model own, and chosen: a running `winnow serve` takes it within seconds."
                : "It is the model own. Choose it: winnow models use own");
            return ExitCode.Done;
        }
        finally
        {
            if (Directory.Exists(staged))
            {
                Directory.Delete(staged, recursive: true);
            }
        }
    }

    private void Fit(FittingCorpus corpus, double epochs, int threads, string file, CancellationToken cancel)
    {
        using var start = StaticEmbedder.Open(StaticEmbedder.ShippedModel);
        using var progress = new FittingReport(Terminal);
        var recipe = corpus.Refining with { Epochs = epochs, Threads = threads };
        var version = TimeProvider.System.GetUtcNow().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        StaticModelFitter.Refine(start, corpus.Fitted, recipe, file, OwnName, version, progress, cancel);
    }

    /// <returns>The mean of both nDCG@10; null when the file is no model.</returns>
    private static double? Judge(TrainingTable table, string label, string file, HeldOutTest judging, int threads, CancellationToken cancel)
    {
        try
        {
            using var model = StaticEmbedder.Open(file);
            var (titles, sentences) = (judging.Titles(model, threads, cancel), judging.Sentences(model, threads, cancel));
            table.Add(label, titles, sentences);
            return (titles.Ndcg + sentences.Ndcg) / 2;
        }
        catch (ModelFileException) when (label.StartsWith("own, as", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private static async Task<FittingCorpus> ReadAsync(WinnowOptions options, CancellationToken cancel)
    {
        if (!File.Exists(options.LibraryFile))
        {
            throw new CliException(ExitCode.Unavailable, $"There is no library in {options.DataFolder} yet. Import papers with `winnow import FILES`.");
        }

        await using var library = SqliteLibrary.Open(options.LibraryFile, Hosting.Workspace.Formats, TimeProvider.System);
        var counts = await library.CountAsync(cancel).ConfigureAwait(false);
        var corpus = new FittingCorpus(Math.Min(counts.WithAbstract, FittingCorpus.MostPapers));
        var all = counts.WithAbstract <= FittingCorpus.MostPapers;
        for (var (position, offset) = (0L, 0); !corpus.IsFull;)
        {
            // By change is the cheap order; only a library that is too large is read by age.
            IReadOnlyList<Paper> papers;
            if (all)
            {
                var changes = await library.GetChangesAsync(position, ChunkSize, cancel).ConfigureAwait(false);
                if (changes.Count == 0)
                {
                    break;
                }

                position = changes[^1].Position;
                papers = [.. changes.Select(change => change.Paper).OfType<Paper>()];
            }
            else
            {
                papers = (await library.GetNewestAsync(offset, ChunkSize, cancel).ConfigureAwait(false)).Papers;
                if (papers.Count == 0)
                {
                    break;
                }

                offset += papers.Count;
            }

            foreach (var paper in papers)
            {
                corpus.Add(paper.Id.Value, paper.Title, paper.Abstract);
            }
        }

        return corpus;
    }
}
