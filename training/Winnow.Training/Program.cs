using System.CommandLine;
using Winnow.Embeddings.Fitting;
using Winnow.Training;

var papers = new Option<string>("--papers") { Description = "Folder with *.jsonl.gz files of papers", DefaultValueFactory = _ => "../shared/data/papers" };
var teacher = new Option<string>("--teacher")
{
    Description = "Folder of a sentence transformer in ONNX form",
    DefaultValueFactory = _ => "../shared/models/all-MiniLM-L6-v2",
};
var output = new Option<string>("--out") { Description = "The model's file", DefaultValueFactory = _ => "src/Winnow.Embeddings/Static/winnow-static-2.bin" };
var version = new Option<string>("--model-version") { Description = "What vectors of this model are labelled with", Required = true };
var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
var steps = new Option<double>("--steps") { Description = "Share of the recipe's steps, for a trial", DefaultValueFactory = _ => 1 };
var threads = new Option<int>("--threads") { DefaultValueFactory = _ => new Recipe().Threads };
var command = new RootCommand("Makes the static model that ships with Winnow. Run it from the repository's root.")
{
    papers, teacher, output, version, seed, steps, threads,
};
command.SetAction((parsed, cancel) =>
{
    var fits = Recipe.Shipped
        .Select(fit => fit with { Seed = fit.Seed + parsed.GetValue(seed) - 1, Epochs = fit.Epochs * parsed.GetValue(steps), Threads = parsed.GetValue(threads) }).ToList();
    return new TrainingRun(parsed.GetValue(papers)!, parsed.GetValue(teacher)!, parsed.GetValue(output)!, parsed.GetValue(version)!, fits).RunAsync(cancel);
});
return await command.Parse(args).InvokeAsync();
