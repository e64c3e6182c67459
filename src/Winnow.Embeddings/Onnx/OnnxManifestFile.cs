namespace Winnow.Embeddings.Onnx;

/// <summary>Reads how a folder's transformer is to be used. <c>winnow-model.json</c> wins; what it leaves out is inferred from the other files.</summary>
public static class OnnxManifestFile
{
    public const string FileName = Models.ModelFolder.ManifestName;

    /// <summary>What sentence-transformers writes beside a model and Winnow reads; each may be missing.</summary>
    internal static readonly string[] SmallFiles =
    [
        "modules.json", "config.json", "sentence_bert_config.json", "config_sentence_transformers.json", "tokenizer_config.json", "special_tokens_map.json",
        "1_Pooling/config.json", "tokenizer.json", "vocab.txt",
    ];

    private static readonly string[] ModelPlaces = ["model.onnx", "onnx/model.onnx", "model_quantized.onnx", "onnx/model_quantized.onnx", "model-int8.onnx"];
    private static readonly string[] TokenizerPlaces = ["tokenizer.json", "vocab.txt", "sentencepiece.bpe.model", "spiece.model", "tokenizer.model"];

    /// <exception cref="ModelFileException">No model can be read from the folder; the message says what is missing or wrong.</exception>
    public static OnnxManifest Read(string folder)
    {
        if (!Directory.Exists(folder)) throw new ModelFileException($"There is no folder {folder}.");
        var told = ModelJson.Read(Path.Combine(folder, FileName));
        var usual = new SentenceTransformersFiles(folder);
        // Who names the graph's output knows that it holds the finished vectors.
        if (told.Text("output") is null && usual.UnknownModule is { } module)
            throw new ModelFileException($"{Path.Combine(folder, "modules.json")} has a module {module} behind the transformer, which Winnow cannot compute. If the graph does, name its output as \"output\" in {FileName}.");
        return new OnnxManifest
        {
            Name = told.Text("name") ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))),
            ModelFile = Existing(folder, told.Text("modelFile")) ?? FindModel(folder),
            TokenizerFile = Existing(folder, told.Text("tokenizerFile")) ?? FindTokenizer(folder),
            Pooling = PoolingOf(told) ?? usual.Pooling ?? Pooling.Mean,
            Normalize = told.Flag("normalize") ?? usual.Normalize ?? true,
            QueryPrefix = told.Text("queryPrefix") ?? usual.Prompt("query") ?? "",
            DocumentPrefix = told.Text("documentPrefix") ?? usual.Prompt("document") ?? usual.Prompt("passage") ?? "",
            MaxTokens = Positive(told, "maxTokens") ?? usual.MaxTokens ?? 256,
            LowerCase = told.Flag("lowerCase") ?? usual.LowerCase,
            Output = told.Text("output"),
        };
    }

    /// <summary>The files of a folder that its model needs, relative to it.</summary>
    /// <exception cref="ModelFileException">The model is incomplete.</exception>
    internal static IReadOnlyList<string> Files(string folder)
    {
        var manifest = Read(folder);
        var graph = Path.GetFileName(manifest.ModelFile);
        var place = Path.GetDirectoryName(manifest.ModelFile) ?? "";
        // Weights of more than 2 GB lie in files of their own: model.onnx_data, model.onnx.data, model.onnx_data_1.
        var weights = Directory.EnumerateFiles(Path.Combine(folder, place)).Select(file => Path.GetFileName(file))
            .Where(file => file.Length > graph.Length && file.StartsWith(graph, StringComparison.Ordinal) && file[graph.Length] is '_' or '.');
        return [manifest.ModelFile, manifest.TokenizerFile, .. weights.Select(file => Path.Combine(place, file)), .. SmallFiles.Where(file => File.Exists(Path.Combine(folder, file)))];
    }

    private static Pooling? PoolingOf(ModelJson told) => told.Text("pooling") switch
    {
        null => null,
        "mean" => Pooling.Mean,
        "first" => Pooling.FirstToken,
        "last" => Pooling.LastToken,
        var other => throw new ModelFileException($"{told.Path}: \"pooling\" is '{other}', but there are mean, first and last."),
    };

    private static int? Positive(ModelJson told, string key) => told.Number(key) switch
    {
        null => null,
        >= 4 and <= 32_768 and var tokens => tokens,
        var other => throw new ModelFileException($"{told.Path}: \"{key}\" is {other}, but a transformer reads from 4 to 32768 tokens."),
    };

    private static string FindModel(string folder)
    {
        if (ModelPlaces.FirstOrDefault(place => File.Exists(Path.Combine(folder, place))) is { } usual) return usual;
        return Directory.GetFiles(folder, "*.onnx") switch
        {
            [var only] => Path.GetFileName(only),
            [] => throw new ModelFileException($"{folder} holds no ONNX model: expected model.onnx, or onnx/model.onnx."),
            _ => throw new ModelFileException($"{folder} holds several ONNX models: name one as \"modelFile\" in {FileName}."),
        };
    }

    private static string FindTokenizer(string folder) =>
        TokenizerPlaces.FirstOrDefault(place => File.Exists(Path.Combine(folder, place)))
        ?? throw new ModelFileException($"{folder} holds no tokenizer: expected one of {string.Join(", ", TokenizerPlaces)}.");

    private static string? Existing(string folder, string? file)
    {
        if (file is null) return null;
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(folder, file));
        if (!path.StartsWith(root, StringComparison.Ordinal)) throw new ModelFileException($"{Path.Combine(folder, FileName)} names {file}, which is outside of its folder.");
        return File.Exists(path) ? file : throw new ModelFileException($"{Path.Combine(folder, FileName)} names {file}, which is not there.");
    }
}
