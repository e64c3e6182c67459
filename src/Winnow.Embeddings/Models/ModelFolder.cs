using Microsoft.Extensions.AI;
using Winnow.Embeddings.Batching;
using Winnow.Embeddings.Onnx;
using Winnow.Embeddings.Remote;
using Winnow.Embeddings.Static;

namespace Winnow.Embeddings.Models;

/// <summary>One model that can be used: a folder with what it needs, or the one that ships with Winnow.</summary>
public sealed class ModelFolder
{
    /// <summary>Says of which kind a model is and how it is used; a transformer's may be missing.</summary>
    public const string ManifestName = "winnow-model.json";

    /// <summary>Texts with the vectors that they should get, as JSON lines of <c>text</c> and <c>embedding</c>.</summary>
    public const string ExpectedName = "expected.jsonl";

    /// <summary>The model that ships with Winnow goes by this name.</summary>
    public const string ShippedName = "static";

    internal const string UsualStaticFile = "model.bin";

    private readonly string? _file;

    private ModelFolder(string name, string path, ModelKind kind, string? file) => (Name, Path, Kind, _file) = (name, path, kind, file);

    public static ModelFolder Shipped { get; } =
        new(ShippedName, System.IO.Path.GetDirectoryName(StaticEmbedder.ShippedModel)!, ModelKind.Static, StaticEmbedder.ShippedModel);

    public string Name { get; }

    public string Path { get; }

    public ModelKind Kind { get; }

    public bool IsShipped => Name == ShippedName;

    /// <param name="path">A folder.</param>
    /// <param name="name">What the model goes by; the folder's name when null.</param>
    /// <exception cref="ModelFileException">The manifest is damaged, or of a kind that there is not.</exception>
    public static ModelFolder Read(string path, string? name = null)
    {
        var told = ModelJson.Read(System.IO.Path.Combine(path, ManifestName));
        name ??= System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));
        return told.Text("kind") switch
        {
            null or "onnx" => new ModelFolder(name, path, ModelKind.Onnx, null),
            "remote" => new ModelFolder(name, path, ModelKind.Remote, null),
            "static" => new ModelFolder(name, path, ModelKind.Static, StaticFile(told, path)),
            var other => throw new ModelFileException($"{told.Path}: \"kind\" is '{other}', but there are static, onnx and remote."),
        };
    }

    /// <summary>Opens the model; of an endpoint nothing is asked yet.</summary>
    /// <exception cref="ModelFileException">Something of it is missing, damaged or not understood.</exception>
    /// <param name="batch">Who says how many texts are embedded at once; null: it is found, and not kept.</param>
    public IEmbeddingGenerator<string, Embedding<float>> Open(TimeProvider clock, BatchChoice? batch = null) => Kind switch
    {
        ModelKind.Static => StaticEmbedder.Open(_file!),
        ModelKind.Onnx => OnnxEmbedder.Open(Path, batch: batch),
        _ => RemoteEmbedder.Open(Path, clock, batch),
    };

    /// <summary>Files that belong to the model, relative to its folder; nothing else of a folder is copied.</summary>
    /// <exception cref="ModelFileException">The model is incomplete.</exception>
    internal IReadOnlyList<string> Contents()
    {
        IEnumerable<string> own = Kind switch
        {
            ModelKind.Static => [System.IO.Path.GetRelativePath(Path, _file!)],
            ModelKind.Onnx => OnnxManifestFile.Files(Path),
            _ => [],
        };
        var beside = Directory.EnumerateFiles(Path).Select(file => System.IO.Path.GetFileName(file)).Where(file => file is ManifestName or ExpectedName || IsPaper(file));
        return [.. own.Concat(beside).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>A licence and what the authors say of the model stay with it.</summary>
    private static bool IsPaper(string file) => System.IO.Path.GetFileNameWithoutExtension(file).ToUpperInvariant() is "README" or "LICENSE" or "LICENCE" or "NOTICE" or "MODEL_CARD";

    private static string StaticFile(ModelJson told, string folder)
    {
        var file = told.Text("modelFile") ?? UsualStaticFile;
        return System.IO.Path.GetFileName(file) == file
            ? System.IO.Path.Combine(folder, file)
            : throw new ModelFileException($"{told.Path}: \"modelFile\" is '{file}', which is not the name of a file beside it.");
    }
}
