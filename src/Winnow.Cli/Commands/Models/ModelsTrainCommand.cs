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

    /// <summary>What the <c>own</c> that is being replaced is called for scripts.</summary>
    private const string BeforeName = "before";

    private const int ChunkSize = 4096;

    private const double UsualEpochs = 2;

    private readonly Option<double?> _epochs = new("--epochs") { Description = "How often every paper is seen; 2 without it.", HelpName = "N" };
    private readonly Option<int?> _threads = new("--threads") { Description = "Processors to use; all without it.", HelpName = "N" };
    private readonly Option<bool> _json = new("--json") { Description = "What came of it as one JSON object." };
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
        Add(_json);
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

        var json = parsed.GetValue(_json);
        Say(json, string.Create(CultureInfo.InvariantCulture, $"{corpus.Fitted.Count:N0} papers to fit to, {corpus.HeldOut.Count:N0} held out to judge by."));
        var run = new Request(parsed.GetValue(_epochs) ?? UsualEpochs, parsed.GetValue(_threads) ?? Environment.ProcessorCount, parsed.GetValue(_use), json, TimeProvider.System.GetTimestamp());
        // The measuring and fitting compute for minutes without a pause; the thread that hears Ctrl-C stays free.
        return await Task.Run(() => TrainAsync(options, installed, corpus, run, cancel), cancel).ConfigureAwait(false);
    }

    private async Task<ExitCode> TrainAsync(WinnowOptions options, InstalledModels installed, FittingCorpus corpus, Request run, CancellationToken cancel)
    {
        var judging = new HeldOutTest(corpus);
        var table = new TrainingTable(Terminal);
        var ownFile = Path.Combine(installed.PathOf(OwnName), "model.bin");
        Log("measuring what there is");
        var shipped = Judge(table, "the model that ships", ModelFolder.ShippedName, StaticEmbedder.ShippedModel, judging, run.Threads, cancel);
        var before = File.Exists(ownFile) ? Judge(table, "own, as it was", BeforeName, ownFile, judging, run.Threads, cancel) : null;
        var staged = installed.Stage(OwnName);
        var file = Path.Combine(staged, "model.bin");
        try
        {
            Fit(corpus, run.Epochs, run.Threads, file, cancel);
            Log("measuring the fitted model");
            var fitted = Judge(table, "own, fitted now", OwnName, file, judging, run.Threads, cancel)!;
            var best = Math.Max(shipped!.Value, before ?? 0);
            var better = fitted > best;
            if (better)
            {
                await File.WriteAllTextAsync(Path.Combine(staged, ModelFolder.ManifestName), "{ \"kind\": \"static\", \"name\": \"own\" }\n", cancel).ConfigureAwait(false);
                var model = await new ModelAddition(installed, TimeProvider.System).FinishAsync(staged, OwnName, "fitted to this library", cancel, replace: true).ConfigureAwait(false);
                if (run.Use)
                {
                    ModelsUseCommand.Choose(options, installed, model);
                }
            }

            Write(table, corpus, run, better, Chosen(options, installed) == OwnName);
            if (!better)
            {
                Terminal.Complain(string.Create(CultureInfo.InvariantCulture, $"The fitted model is no better ({fitted:0.0000} against {best:0.0000}), so nothing is changed."));
            }

            return better ? ExitCode.Done : ExitCode.Nothing;
        }
        finally
        {
            if (Directory.Exists(staged))
            {
                Directory.Delete(staged, recursive: true);
            }
        }
    }

    private void Write(TrainingTable table, FittingCorpus corpus, Request run, bool better, bool chosen)
    {
        if (run.Json)
        {
            Terminal.Out.WriteLine(CliJson.Line(new TrainingDocument
            {
                Papers = corpus.Fitted.Count,
                HeldOut = corpus.HeldOut.Count,
                Models = table.Rows,
                Kept = better,
                Chosen = chosen,
                Seconds = Math.Round(TimeProvider.System.GetElapsedTime(run.StartedAt).TotalSeconds, 1),
            }));
            return;
        }

        table.Write();
        if (better)
        {
            Terminal.Out.WriteLine(chosen ? "It is the model own, and chosen: a running `winnow serve` takes it within seconds." : "It is the model own. Choose it: winnow models use own");
        }
    }

    private void Say(bool json, string sentence)
    {
        if (!json)
        {
            Terminal.Out.WriteLine(sentence);
            Terminal.Out.Flush();
        }
    }

    /// <summary>For what takes long and shows no other progress.</summary>
    private void Log(string step) => Terminal.Error.WriteLine($"{step} …");

    private void Fit(FittingCorpus corpus, double epochs, int threads, string file, CancellationToken cancel)
    {
        using var start = StaticEmbedder.Open(StaticEmbedder.ShippedModel);
        using var progress = new FittingReport(Terminal);
        var recipe = corpus.Refining with { Epochs = epochs, Threads = threads };
        var version = TimeProvider.System.GetUtcNow().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        StaticModelFitter.Refine(start, corpus.Fitted, recipe, file, OwnName, version, progress, cancel, read: corpus.Fitted.Forget);
    }

    /// <returns>The mean of both nDCG@10; null when the file is no model.</returns>
    private static double? Judge(TrainingTable table, string label, string name, string file, HeldOutTest judging, int threads, CancellationToken cancel)
    {
        try
        {
            using var model = StaticEmbedder.Open(file);
            var (titles, sentences) = (judging.Titles(model, threads, cancel), judging.Sentences(model, threads, cancel));
            table.Add(label, name, titles, sentences);
            return (titles.Ndcg + sentences.Ndcg) / 2;
        }
        catch (ModelFileException) when (name == BeforeName)
        {
            return null;
        }
    }

    private async Task<FittingCorpus> ReadAsync(WinnowOptions options, CancellationToken cancel)
    {
        if (!File.Exists(options.LibraryFile))
        {
            throw new CliException(ExitCode.Unavailable, $"There is no library in {options.DataFolder} yet. Import papers with `winnow import FILES`.");
        }

        await using var library = SqliteLibrary.Open(options.LibraryFile, Hosting.Workspace.Formats, TimeProvider.System);
        var counts = await library.CountAsync(cancel).ConfigureAwait(false);
        var corpus = new FittingCorpus(Math.Min(counts.WithAbstract, FittingCorpus.MostPapers));
        var all = counts.WithAbstract <= FittingCorpus.MostPapers;
        Log("reading the papers");
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

    /// <summary>What was asked for.</summary>
    private sealed record Request(double Epochs, int Threads, bool Use, bool Json, long StartedAt);
}
