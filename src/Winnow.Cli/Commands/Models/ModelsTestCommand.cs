using System.CommandLine;
using System.Globalization;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;
using Winnow.Embeddings.Models;

namespace Winnow.Cli.Commands.Models;

internal sealed class ModelsTestCommand : ModelsCommand
{
    private readonly Argument<string?> _name = new("NAME") { Description = "The model; without it, the chosen one.", Arity = ArgumentArity.ZeroOrOne };
    private readonly BatchOption _batch = new();
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object." };

    public ModelsTestCommand(Terminal terminal, GlobalOptions globals)
        : base(
            "test",
            "Try a model: its files, the vectors that its makers expect, whether like is near to like, and its speed; exit code 1 when something is wrong.",
            """
            winnow models test
            winnow models test all-MiniLM-L6-v2
            """,
            terminal,
            globals)
    {
        Add(_name);
        Add(_batch);
        Add(_json);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = Settings(parsed, _batch.Flags(parsed));
        var installed = new InstalledModels(options.ModelsFolder);
        var model = Find(installed, parsed.GetValue(_name) ?? Chosen(options, installed));
        var problems = ModelFiles.Read(model.Path) is { } files ? await files.CheckAsync(model.Path, cancel).ConfigureAwait(false) : [];
        using var generator = model.Open(TimeProvider.System, ModelBatch.Choice(options));
        var result = await ModelTest.RunAsync(generator, model.Path, model.Kind == ModelKind.Remote, TimeProvider.System, cancel).ConfigureAwait(false);
        result = result with { Name = model.Name, Problems = [.. problems, .. result.Problems] };
        if (parsed.GetValue(_json))
        {
            Terminal.Out.WriteLine(CliJson.Line(result));
        }
        else
        {
            Write(model, result);
        }

        return result.Passed ? ExitCode.Done : ExitCode.Nothing;
    }

    private void Write(ModelFolder model, ModelTestResult result)
    {
        Line("model", $"{model.Name} ({model.Kind.ToString().ToLowerInvariant()}), {result.Model}");
        Line("dimensions", string.Create(CultureInfo.InvariantCulture, $"{result.Dimensions}"));
        Line("speed", string.Create(CultureInfo.InvariantCulture, $"{result.TextsPerSecond:N0} texts of an abstract's length a second, {result.QuestionMilliseconds:0.0##} ms a question"));
        if (result.Batch is { } batch)
        {
            Line("batch", new ModelBatch(batch, result.BatchReason!).Text);
        }

        Line("similarity", string.Create(
            CultureInfo.InvariantCulture,
            $"{result.FoundFirst} of {result.Questions} questions nearest to their answers; mean cosine {result.Related:0.00} to these, {result.Unrelated:0.00} to the others"));
        Line("expected", result.WorstCosine is { } worst
            ? string.Create(CultureInfo.InvariantCulture, $"{result.Expected} vectors of {ModelFolder.ExpectedName}, cosine {worst:0.0000} at worst")
            : $"there is no {ModelFolder.ExpectedName} beside it to compare with");
        foreach (var problem in result.Problems)
        {
            Line(Terminal.Paint("PROBLEM", 31).PadRight(10), problem);
        }
    }

    private void Line(string label, string text) => Terminal.Out.WriteLine($"{label,-10}  {text}");
}
