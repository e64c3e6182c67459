using System.Text.Json;

namespace Winnow.Embeddings.Onnx;

/// <summary>
/// What the files that sentence-transformers writes beside a model say of its use: <c>modules.json</c>, <c>1_Pooling/config.json</c>,
/// <c>sentence_bert_config.json</c>, <c>config_sentence_transformers.json</c>, <c>tokenizer_config.json</c>, <c>config.json</c>. Each may be missing.
/// </summary>
internal sealed class SentenceTransformersFiles
{
    // tokenizer_config.json writes 1e30 for "no limit".
    private const int LongestBelieved = 32_768;

    private static readonly string[] PoolingModes = ["cls_token", "mean_tokens", "max_tokens", "mean_sqrt_len_tokens", "weightedmean_tokens", "lasttoken"];

    // What Winnow does of a list of modules; a further layer would be left out without anybody noticing.
    private static readonly string[] KnownModules = ["Transformer", "Pooling", "Normalize"];

    private readonly string _folder;
    private readonly ModelJson _tokenizer;

    public SentenceTransformersFiles(string folder)
    {
        _folder = folder;
        _tokenizer = Read("tokenizer_config.json");
    }

    /// <exception cref="ModelFileException">Pooling of a kind that Winnow does not know, rather than a wrong vector.</exception>
    public Pooling? Pooling
    {
        get
        {
            var file = Read("1_Pooling/config.json");
            if (file.Root is null) return null;
            string[] asked = [.. PoolingModes.Where(mode => file.Flag("pooling_mode_" + mode) == true)];
            if (asked.Length == 0 && file.Text("pooling_mode") is { } named) asked = [named];
            return asked switch
            {
                ["mean_tokens" or "mean"] => Onnx.Pooling.Mean,
                ["cls_token" or "cls"] => Onnx.Pooling.FirstToken,
                ["lasttoken"] => Onnx.Pooling.LastToken,
                [_, _, ..] => throw new ModelFileException($"{file.Path} puts several poolings one behind the other ({string.Join(", ", asked)}), which Winnow cannot."),
                _ => throw new ModelFileException($"{file.Path} asks for a pooling that is neither mean, first nor last token."),
            };
        }
    }

    /// <summary>Whether the list of modules has one that normalises; null without the list.</summary>
    public bool? Normalize => Modules is { } modules ? modules.Contains("Normalize") : null;

    /// <summary>A module of the list that Winnow does not compute; null when there is none.</summary>
    public string? UnknownModule => Modules?.Except(KnownModules).FirstOrDefault();

    // The last part of a type's name, as of sentence_transformers.models.Pooling.
    private List<string>? Modules => Read("modules.json").Root is { ValueKind: JsonValueKind.Array } modules
        ? [.. modules.EnumerateArray().Select(module => Member(module, "type") is { ValueKind: JsonValueKind.String } type ? type.GetString()!.Split('.')[^1] : "without a type")]
        : null;

    public int? MaxTokens => Believed(Read("sentence_bert_config.json"), "max_seq_length") ?? Believed(_tokenizer, "model_max_length") ?? Positions();

    public bool? LowerCase => _tokenizer.Flag("do_lower_case") ?? Read("sentence_bert_config.json").Flag("do_lower_case");

    public string? Prompt(string name) =>
        Read("config_sentence_transformers.json").Root is { } root && Member(root, "prompts") is { } prompts && Member(prompts, name) is { ValueKind: JsonValueKind.String } prompt
            ? prompt.GetString()
            : null;

    // RoBERTa counts positions from 2 upwards: two fewer than the table holds are free.
    private int? Positions() => Believed(Read("config.json"), "max_position_embeddings") is { } positions ? positions % 8 == 2 ? positions - 2 : positions : null;

    private static int? Believed(ModelJson file, string key) =>
        file.Root is { } root && Member(root, key) is { ValueKind: JsonValueKind.Number } value && value.GetDouble() is >= 4 and <= LongestBelieved and var number ? (int)number : null;

    private static JsonElement? Member(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value) ? value : null;

    private ModelJson Read(string file) => ModelJson.Read(Path.Combine(_folder, file));
}
