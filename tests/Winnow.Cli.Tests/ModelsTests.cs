using System.Text.Json;
using Xunit;

namespace Winnow.Cli.Tests;

public sealed class ModelsTests : IDisposable
{
    private readonly WinnowExecutable _winnow = new();

    public void Dispose() => _winnow.Dispose();

    [Fact]
    public void Before_anything_is_added_the_model_that_ships_is_chosen_and_works()
    {
        var only = _winnow.Run("models", "list", "--json").Ended(0).Objects.Single();
        Assert.Equal(("static", true, "static"), (Text(only, "name"), only.GetProperty("chosen").GetBoolean(), Text(only, "kind")));
        Assert.Contains("* static", _winnow.Run("models", "list").Ended(0).Output, StringComparison.Ordinal);
        var test = _winnow.Run("models", "test", "--json").Ended(0).Objects.Single();
        Assert.True(test.GetProperty("passed").GetBoolean());
        Assert.True(test.GetProperty("textsPerSecond").GetDouble() > 500);
        Assert.False(Directory.Exists(_winnow.Data), "A command that only looks must not leave a folder behind.");
    }

    [Fact]
    public void A_model_is_added_tried_chosen_and_removed()
    {
        Import();
        var copy = Path.Combine(_winnow.Folder, "copy.bin");
        File.WriteAllBytes(copy, RenamedModel.Of(File.ReadAllBytes(WinnowExecutable.ShippedModel), "copy"));
        Assert.Contains("copy is added (static", _winnow.Run("models", "add", copy).Ended(0).Output, StringComparison.Ordinal);
        _winnow.Run("models", "test", "copy").Ended(0);
        Assert.Contains("copy knows 500 of 500 papers", _winnow.Run("models", "use", "copy", "--embed").Ended(0).Output, StringComparison.Ordinal);
        var listed = _winnow.Run("models", "list", "--json").Ended(0).Objects;
        Assert.Equal([("static", false, 500), ("copy", true, 500)], listed.Select(one => (Text(one, "name"), one.GetProperty("chosen").GetBoolean(), one.GetProperty("papers").GetInt32())));
        Assert.Contains("by the model copy@", _winnow.Run("search", "--explain", PaperLines.WordOf(42)).Ended(0).Output, StringComparison.Ordinal);

        Assert.Contains("copy is the chosen model. Choose another first: winnow models use static", _winnow.Run("models", "remove", "copy").Ended(2).Error, StringComparison.Ordinal);
        _winnow.Run("models", "use", "static").Ended(0);
        Assert.Equal("copy is removed, with its vectors of 500 papers.", _winnow.Run("models", "remove", "copy").Ended(0).Output.Trim());
        Assert.Single(_winnow.Run("models", "list", "--json").Objects);
    }

    [Theory]
    [InlineData("models use nothing", 2, "There is no model nothing. There is static; `winnow models add` adds another.")]
    [InlineData("models test nothing", 2, "There is no model nothing.")]
    [InlineData("models remove static", 2, "The model that ships with Winnow stays")]
    [InlineData("models add nowhere", 3, "There is neither a folder nor a file nowhere.")]
    [InlineData("models add", 2, "Give either a folder, file or URL, or --endpoint with --model.")]
    [InlineData("models add --endpoint http://127.0.0.1:1/v1", 2, "--endpoint needs --model")]
    [InlineData("models add --endpoint ftp://x --model m", 2, "is not an address")]
    [InlineData("models add --model m folder", 2, "--model goes with --endpoint.")]
    [InlineData("models add --sha256 abc folder", 2, "--sha256 takes 64 hexadecimal digits.")]
    [InlineData("models add --endpoint http://127.0.0.1:1/v1 --model m --budget much", 2, "--budget takes a number with 'texts' or 'tokens'")]
    [InlineData("models add --name static folder", 2, "There is a model static already.")]
    [InlineData("models train --epochs 0", 2, "--epochs takes a number above 0")]
    public void What_cannot_be_done_is_said_in_a_sentence(string arguments, int code, string complaint) =>
        Assert.Contains(complaint, _winnow.Run(arguments.Split(' ')).Ended(code).Error, StringComparison.Ordinal);

    [Fact]
    public void A_folder_without_a_model_adds_nothing()
    {
        Directory.CreateDirectory(Path.Combine(_winnow.Folder, "empty"));
        Assert.Contains("holds no ONNX model", _winnow.Run("models", "add", "empty").Ended(4).Error, StringComparison.Ordinal);
        Assert.Single(_winnow.Run("models", "list", "--json").Objects);
    }

    [Fact]
    public void An_endpoint_answers_and_when_it_dies_the_model_that_ships_does()
    {
        Import();
        using var endpoint = new EmbeddingsEndpoint();
        _winnow.Write("key.txt", "sk-of-mine\n");
        var added = _winnow.Run("models", "add", "--endpoint", endpoint.Address, "--model", "letters", "--key-file", "key.txt", "--budget", "100000texts/day").Ended(0);
        Assert.Contains("letters is added (remote)", added.Output, StringComparison.Ordinal);
        Assert.Equal("Bearer sk-of-mine", endpoint.LastKey);
        Assert.DoesNotContain("sk-of-mine", File.ReadAllText(Path.Combine(_winnow.Data, "models", "letters", "winnow-model.json")), StringComparison.Ordinal);
        Assert.Contains("letters knows 500 of 500 papers", _winnow.Run("models", "use", "letters", "--embed").Ended(0).Output, StringComparison.Ordinal);
        Assert.Contains("by the model letters@", _winnow.Run("search", "--explain", PaperLines.WordOf(42)).Ended(0).Output, StringComparison.Ordinal);
        Assert.Contains("model", Findings("fine"));

        endpoint.Dispose();
        var outcome = _winnow.Run("search", "--explain", PaperLines.WordOf(42)).Ended(0);
        Assert.DoesNotContain("by the model letters@", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("does not answer", outcome.Output + outcome.Error, StringComparison.Ordinal);
        Assert.Contains("model", Findings("problem"));
    }

    [Fact]
    public void A_chosen_model_that_is_damaged_is_a_problem_and_searches_go_on()
    {
        Import();
        var copy = Path.Combine(_winnow.Folder, "copy.bin");
        File.WriteAllBytes(copy, RenamedModel.Of(File.ReadAllBytes(WinnowExecutable.ShippedModel), "copy"));
        _winnow.Run("models", "add", copy).Ended(0);
        _winnow.Run("models", "use", "copy").Ended(0);
        var file = Path.Combine(_winnow.Data, "models", "copy", "model.bin");
        var bytes = File.ReadAllBytes(file);
        bytes[^100] ^= 0x55;
        File.WriteAllBytes(file, bytes);
        Assert.Contains("cannot be used, so the one that ships answers", _winnow.Run("search", PaperLines.WordOf(42)).Ended(0).Error, StringComparison.Ordinal);
        Assert.Contains("model", Findings("problem"));
        _winnow.Run("models", "test", "copy").Ended(4);
        File.Delete(file);
        Assert.Contains("model", Findings("problem"));
        Assert.NotEmpty(_winnow.Run("models", "list", "--json").Ended(0).Objects[1].GetProperty("trouble").GetString()!);
    }

    [Fact]
    public void The_setting_wins_over_what_is_chosen()
    {
        _winnow.Write("data/winnow.json", "{ \"model\": \"static\" }");
        _winnow.Run("models", "add", WinnowExecutable.ShippedModel, "--name", "twin").Ended(0);
        Assert.Contains("wins over what is chosen here", _winnow.Run("models", "use", "twin").Ended(2).Error, StringComparison.Ordinal);
        _winnow.Write("data/winnow.json", "{ \"model\": \"twin\" }");
        Assert.True(_winnow.Run("models", "list", "--json").Objects[1].GetProperty("chosen").GetBoolean());
    }

    [Fact]
    public void A_library_that_is_too_small_trains_nothing_and_says_so()
    {
        Import();
        var outcome = _winnow.Run("models", "train").Ended(1);
        Assert.Contains("papers with an abstract, and a fit needs 2,000", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_winnow.Data, "models", "own")));
    }

    [Fact]
    public void A_library_with_a_language_of_its_own_gets_a_better_model_and_keeps_it()
    {
        _winnow.Write("own.jsonl", InventedPapers.Lines(2600));
        _winnow.Run("import", "own.jsonl").Ended(0);
        var outcome = _winnow.Run("models", "train", "--epochs", "20", "--use").Ended(0);
        Assert.Contains("the model that ships", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("own, fitted now", outcome.Output, StringComparison.Ordinal);
        Assert.True(_winnow.Run("models", "list", "--json").Objects[1].GetProperty("chosen").GetBoolean());
        _winnow.Run("models", "test", "own").Ended(0);

        // A breath of training is no better than twenty rounds: what is there stays.
        var file = Path.Combine(_winnow.Data, "models", "own", "model.bin");
        var before = File.ReadAllBytes(file);
        var worse = _winnow.Run("models", "train", "--epochs", "0.3", "--json").Ended(1);
        Assert.Contains("no better", worse.Error, StringComparison.Ordinal);
        Assert.Contains("fitting: ", worse.Error, StringComparison.Ordinal);
        var told = worse.Objects.Single();
        Assert.Equal((false, true), (told.GetProperty("kept").GetBoolean(), told.GetProperty("chosen").GetBoolean()));
        Assert.Equal(["static", "before", "own"], told.GetProperty("models").EnumerateArray().Select(row => Text(row, "model")));
        Assert.InRange(told.GetProperty("models")[1].GetProperty("titles").GetProperty("ndcg").GetDouble(), told.GetProperty("models")[2].GetProperty("titles").GetProperty("ndcg").GetDouble() - 0.1, 1);
        Assert.Equal(before, File.ReadAllBytes(file));
    }

    private static string Text(JsonElement one, string name) => one.GetProperty(name).GetString()!;

    private void Import()
    {
        _winnow.Write("a.jsonl", PaperLines.Of(0, 500));
        _winnow.Run("import", "a.jsonl").Ended(0);
    }

    private List<string> Findings(string state)
    {
        var outcome = _winnow.Run("doctor", "--json");
        return [.. outcome.Objects.Single().GetProperty("findings").EnumerateArray().Where(finding => Text(finding, "state") == state).Select(finding => Text(finding, "subject"))];
    }
}
