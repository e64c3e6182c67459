using Winnow.Embeddings.Onnx;
using Xunit;

namespace Winnow.Embeddings.Tests.Onnx;

public sealed class OnnxManifestFileTests : IDisposable
{
    private readonly OwnFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_without_a_model_says_what_was_expected() =>
        Assert.Contains("model.onnx", Refusal(), StringComparison.Ordinal);

    [Fact]
    public void A_folder_without_a_tokenizer_says_what_was_expected()
    {
        _folder.Write("model.onnx", "");
        Assert.Contains("tokenizer.json", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_models_one_has_to_be_named()
    {
        _folder.Write("a.onnx", "");
        _folder.Write("b.onnx", "");
        Assert.Contains("name one", Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"pooling": "max"}""", "there are mean, first and last")]
    [InlineData("""{"maxTokens": 0}""", "from 4 to 32768")]
    [InlineData("""{"maxTokens": "many"}""", "not a whole number")]
    [InlineData("""{"modelFile": "../../secret.onnx"}""", "outside of its folder")]
    [InlineData("""{"tokenizerFile": "gone.json"}""", "which is not there")]
    [InlineData("""{"normalize": 1}""", "not true or false")]
    [InlineData("{\"name\":\n", "line 2: this is not JSON")]
    public void A_wrong_manifest_is_refused_by_name(string manifest, string reason)
    {
        Complete();
        var path = _folder.Write(OnnxManifestFile.FileName, manifest);
        var sentence = Refusal();
        Assert.Contains(path, sentence, StringComparison.Ordinal);
        Assert.Contains(reason, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_pooling_is_refused_rather_than_replaced()
    {
        Complete();
        _folder.Write("1_Pooling/config.json", """{"pooling_mode_mean_tokens": false, "pooling_mode_max_tokens": true}""");
        Assert.Contains("neither mean, first nor last", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_poolings_one_behind_the_other_are_refused_rather_than_the_first_taken()
    {
        Complete();
        _folder.Write("1_Pooling/config.json", """{"pooling_mode_mean_tokens": true, "pooling_mode_cls_token": true}""");
        Assert.Contains("several poolings", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_behind_the_pooling_is_refused_unless_the_graph_has_it()
    {
        Complete();
        _folder.Write("modules.json", """[{"type": "sentence_transformers.models.Transformer"}, {"type": "sentence_transformers.models.Pooling"}, {"type": "sentence_transformers.models.Dense"}]""");
        Assert.Contains("a module Dense behind the transformer", Refusal(), StringComparison.Ordinal);
        _folder.Write(OnnxManifestFile.FileName, """{"output": "sentence_embedding"}""");
        Assert.Equal("sentence_embedding", OnnxManifestFile.Read(_folder.Root).Output);
    }

    [Fact]
    public void The_files_of_sentence_transformers_are_believed()
    {
        Complete();
        _folder.Write("modules.json", """[{"type": "sentence_transformers.models.Transformer"}, {"type": "sentence_transformers.models.Pooling"}]""");
        _folder.Write("1_Pooling/config.json", """{"pooling_mode_mean_tokens": false, "pooling_mode_cls_token": true}""");
        _folder.Write("config_sentence_transformers.json", """{"prompts": {"query": "Represent: ", "passage": "Text: "}}""");
        _folder.Write("tokenizer_config.json", """{"model_max_length": 1e30, "do_lower_case": false}""");
        _folder.Write("config.json", """{"max_position_embeddings": 514}""");
        var manifest = OnnxManifestFile.Read(_folder.Root);
        Assert.Equal((Pooling.FirstToken, false, "Represent: ", "Text: ", 512, false), (manifest.Pooling, manifest.Normalize, manifest.QueryPrefix, manifest.DocumentPrefix, manifest.MaxTokens, manifest.LowerCase));
    }

    [Fact]
    public void The_manifest_wins_over_everything_else()
    {
        Complete();
        _folder.Write("1_Pooling/config.json", """{"pooling_mode_cls_token": true}""");
        _folder.Write(OnnxManifestFile.FileName, """{"name": "mine", "pooling": "last", "maxTokens": 32, "queryPrefix": "q", "normalize": false}""");
        var manifest = OnnxManifestFile.Read(_folder.Root);
        Assert.Equal(("mine", Pooling.LastToken, 32, "q", "", false), (manifest.Name, manifest.Pooling, manifest.MaxTokens, manifest.QueryPrefix, manifest.DocumentPrefix, manifest.Normalize));
    }

    private void Complete()
    {
        _folder.Write("onnx/model.onnx", "");
        _folder.Write("tokenizer.json", "{}");
    }

    private string Refusal() => Assert.Throws<ModelFileException>(() => OnnxManifestFile.Read(_folder.Root)).Message;
}
