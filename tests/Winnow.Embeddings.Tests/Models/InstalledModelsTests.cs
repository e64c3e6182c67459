using Winnow.Embeddings.Models;
using Xunit;

namespace Winnow.Embeddings.Tests.Models;

public sealed class InstalledModelsTests : IDisposable
{
    private readonly OwnFolder _folder = new();
    private readonly InstalledModels _models;

    public InstalledModelsTests() => _models = new InstalledModels(_folder.At("models"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_choice_the_model_that_ships_is_chosen()
    {
        Assert.Equal("static", _models.Chosen);
        Assert.Null(_models.Previous);
        Assert.Equal(["static"], _models.Names());
        Assert.False(Directory.Exists(_models.Folder));
    }

    [Fact]
    public void The_model_before_is_remembered()
    {
        _models.Choose("a");
        _models.Choose("b");
        _models.Choose("b");
        Assert.Equal(("b", "a"), (_models.Chosen, _models.Previous));
    }

    [Fact]
    public async Task A_static_model_is_added_found_and_removed()
    {
        var addition = new ModelAddition(_models, TimeProvider.System);
        var broken = _folder.Write("broken.bin", "this is no model");
        var refused = await Assert.ThrowsAsync<ModelFileException>(() => addition.AddFileAsync(broken, "broken", "here", long.MaxValue, Cancel));
        Assert.Contains("too short for a static model", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["static"], _models.Names());
        Assert.Null(_models.Find("broken"));

        await addition.AddFileAsync(Winnow.Embeddings.Static.StaticEmbedder.ShippedModel, "again", "here", long.MaxValue, Cancel);
        Assert.Equal(["static", "again"], _models.Names());
        var model = _models.Find("again")!;
        Assert.Equal(ModelKind.Static, model.Kind);
        var files = ModelFiles.Read(model.Path)!;
        Assert.Empty(await files.CheckAsync(model.Path, Cancel));
        _models.Remove("again");
        Assert.Null(_models.Find("again"));
    }

    [Fact]
    public async Task A_file_that_changed_since_is_told()
    {
        var model = await new ModelAddition(_models, TimeProvider.System).AddFileAsync(Winnow.Embeddings.Static.StaticEmbedder.ShippedModel, "again", "here", long.MaxValue, Cancel);
        var path = Path.Combine(model.Path, "model.bin");
        var bytes = await File.ReadAllBytesAsync(path, Cancel);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, Cancel);
        var files = ModelFiles.Read(model.Path)!;
        Assert.Equal([$"{path} has changed since it was added: its SHA-256 is another."], await files.CheckAsync(model.Path, Cancel));
        await File.WriteAllBytesAsync(path, bytes[..^1], Cancel);
        Assert.Contains("bytes, and had", (await files.CheckAsync(model.Path, Cancel)).Single(), StringComparison.Ordinal);
        File.Delete(path);
        Assert.Equal([$"{path} is missing."], await files.CheckAsync(model.Path, Cancel));
    }

    [Fact]
    public async Task Of_a_folder_only_what_the_model_needs_is_copied()
    {
        var source = _folder.At("source");
        Directory.CreateDirectory(source);
        foreach (var file in Directory.GetFiles(SharedFiles.MiniLm())) File.CreateSymbolicLink(Path.Combine(source, Path.GetFileName(file)), file);
        _folder.Write("source/pytorch_model.bin", "gigabytes");
        _folder.Write("source/LICENSE", "a licence");
        var model = await new ModelAddition(_models, TimeProvider.System).CopyAsync(source, "mini", Cancel);
        Assert.Equal(
            ["LICENSE", "expected.jsonl", "model-int8.onnx", "tokenizer.json", "vocab.txt", "winnow-files.json"],
            Directory.GetFiles(model.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        using var generator = model.Open(TimeProvider.System);
        var result = await ModelTest.RunAsync(generator, model.Path, frugal: true, TimeProvider.System, Cancel);
        Assert.Empty(result.Problems);
        Assert.Equal((384, 5), (result.Dimensions, result.Expected));
        Assert.InRange(result.WorstCosine!.Value, 0.985, 1.001);
        Assert.True(result.Related > result.Unrelated + 0.2);
    }

    [Theory]
    [InlineData(0f, "all zeros")]
    [InlineData(float.NaN, "no numbers")]
    [InlineData(float.PositiveInfinity, "no numbers")]
    public void A_vector_that_is_none_is_told(float value, string says) => Assert.Contains(says, ModelTest.Flaw([0, value])!, StringComparison.Ordinal);

    [Fact]
    public async Task The_model_that_ships_passes_its_test()
    {
        using var generator = ModelFolder.Shipped.Open(TimeProvider.System);
        var result = await ModelTest.RunAsync(generator, _folder.Root, frugal: true, TimeProvider.System, Cancel);
        Assert.Empty(result.Problems);
        Assert.True(result.FoundFirst >= 6, $"{result.FoundFirst} of {result.Questions}");
    }

    [Theory]
    [InlineData("all-MiniLM-L6-v2", true)]
    [InlineData("a.b_c-1", true)]
    [InlineData("", false)]
    [InlineData("..", false)]
    [InlineData(".hidden", false)]
    [InlineData("a/b", false)]
    [InlineData("ends.", false)]
    public void A_name_is_what_a_folder_can_be_called(string name, bool valid) => Assert.Equal(valid, ModelName.IsValid(name));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
