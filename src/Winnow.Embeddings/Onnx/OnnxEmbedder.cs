using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;
using Winnow.Embeddings.Batching;

namespace Winnow.Embeddings.Onnx;

/// <summary>A sentence transformer in ONNX form, run on the processor. Safe for many threads at once, until it is disposed.</summary>
public sealed class OnnxEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Where the search for a batch begins: few texts even of a large model fit, and a processor is nearly as fast with them as with many.</summary>
    private const int FirstBatch = 4;

    /// <summary>Until the search has begun.</summary>
    private const int UsualBatch = 8;

    private const string ProviderName = "onnx";

    private static readonly string[] UsualOutputs = ["sentence_embedding", "last_hidden_state", "token_embeddings", "hidden_states"];

    private readonly InferenceSession _session;
    private readonly ModelTokenizer _tokenizer;
    private readonly EmbeddingGeneratorMetadata _metadata;
    private readonly string _output;
    private readonly string[] _inputs;
    private readonly BatchFinder _batches;
    private readonly LongestFirst _runs;

    private OnnxEmbedder(OnnxManifest manifest, InferenceSession session, ModelTokenizer tokenizer, string version, string path, BatchChoice batch)
    {
        (Manifest, _session, _tokenizer) = (manifest, session, tokenizer);
        _inputs = [.. session.InputNames];
        if (_inputs.FirstOrDefault(input => input is not ("input_ids" or "attention_mask" or "token_type_ids" or "position_ids")) is { } unknown)
            throw new ModelFileException($"{path} wants an input named {unknown}; a sentence transformer has input_ids, attention_mask and perhaps token_type_ids.");
        if (!_inputs.Contains("input_ids")) throw new ModelFileException($"{path} takes no input_ids, as every sentence transformer does.");
        _output = manifest.Output ?? UsualOutputs.FirstOrDefault(session.OutputNames.Contains) ?? session.OutputNames[0];
        if (!session.OutputMetadata.TryGetValue(_output, out var shape)) throw new ModelFileException($"{path} has no output {_output}; it has {string.Join(", ", session.OutputNames)}.");
        if (shape.ElementType != typeof(float)) throw new ModelFileException($"{path} gives its vectors as {shape.ElementType.Name}, and float32 is wanted: convert the graph's output.");
        if (session.InputMetadata["input_ids"].Dimensions is [var rows, var width] && (rows > 0 || width > 0))
            throw new ModelFileException($"{path} takes only {(rows > 0 ? $"{rows} texts" : $"texts of {width} tokens")} at a time: export it with dynamic axes.");
        Dimensions = shape.Dimensions is [.., > 0 and var dimensions] ? dimensions : Measure();
        ModelName = $"{manifest.Name}@{version}";
        _metadata = new EmbeddingGeneratorMetadata(ProviderName, providerUri: null, ModelName, Dimensions);
        var measured = Math.Min(manifest.MaxTokens, LongestFirst.MostMeasured);
        _batches = new BatchFinder(
            ModelName,
            string.Create(CultureInfo.InvariantCulture, $"texts of {measured} tokens"),
            ["embed", ModelName],
            batch,
            FirstBatch,
            UsualBatch,
            BatchFinder.MostAuto,
            TimeProvider.System,
            batch.Memory is null ? null : ProcessRoom.Now().Whole);
        _runs = new LongestFirst(_batches, measured, ProcessRoom.Now, TimeProvider.System);
    }

    /// <summary>How the model is used.</summary>
    public OnnxManifest Manifest { get; }

    /// <summary>Values of a vector.</summary>
    public int Dimensions { get; }

    /// <summary>Its name and, as version, the start of its file's SHA-256: vectors of another one are not comparable.</summary>
    public string ModelName { get; }

    /// <param name="folder">A folder as <see cref="OnnxManifestFile"/> reads it.</param>
    /// <param name="threads">Processors to use; 0 for all.</param>
    /// <param name="batch">Who says how many texts are embedded at once; null: it is found, and not kept.</param>
    /// <exception cref="ModelFileException">Something in the folder is missing, damaged or not understood.</exception>
    public static OnnxEmbedder Open(string folder, int threads = 0, BatchChoice? batch = null)
    {
        var manifest = OnnxManifestFile.Read(folder);
        var path = Path.Combine(folder, manifest.ModelFile);
        var tokenizer = TokenizerFile.Open(Path.Combine(folder, manifest.TokenizerFile), manifest.LowerCase);
        InferenceSession? session = null;
        try
        {
            using var options = new SessionOptions { IntraOpNumThreads = threads, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
            session = new InferenceSession(path, options);
            return new OnnxEmbedder(manifest, session, tokenizer, VersionOf(path, manifest), path, batch ?? BatchChoice.Auto);
        }
        catch (OnnxRuntimeException broken)
        {
            session?.Dispose();
            throw new ModelFileException($"{path} is no model that ONNX Runtime can run: {broken.Message}", broken);
        }
        catch (ModelFileException)
        {
            session?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <param name="options"><see cref="EmbeddingRole.ForQueries"/> for questions. Another model's name or another number of dimensions is refused.</param>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (options?.Dimensions is { } asked && asked != Dimensions) throw new ArgumentException($"The model {ModelName} has {Dimensions} dimensions, not {asked}.", nameof(options));
        if (options?.ModelId is { } other && other != ModelName) throw new ArgumentException($"This embedder is {ModelName}, not {other}.", nameof(options));
        var prefix = EmbeddingRole.IsQuery(options) ? Manifest.QueryPrefix : Manifest.DocumentPrefix;
        string[] texts = [.. values];
        // Hours may pass in here: the caller's thread is not the place for them.
        return Task.Run(() => Generate(texts, prefix, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null) return null;
        return serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType == typeof(BatchFinder) ? _batches
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    /// <summary>Token ids of a text as the model gets them.</summary>
    internal int[] Tokenize(string text) => _tokenizer.Encode(text, Manifest.MaxTokens);

    /// <summary>Runs one batch of texts that are all as long as the model reads: the most memory that a batch of this size takes.</summary>
    internal void RunLongest(int batch)
    {
        var row = new int[Manifest.MaxTokens];
        Array.Fill(row, _tokenizer.Padding);
        // The ids do not matter to the memory: only the shape does.
        EmbedBatch([.. Enumerable.Range(0, batch)], [.. Enumerable.Repeat(row, batch)], row.Length, new float[batch][]);
    }

    private GeneratedEmbeddings<Embedding<float>> Generate(string[] texts, string prefix, CancellationToken cancel)
    {
        var tokens = new int[texts.Length][];
        var count = 0L;
        for (var i = 0; i < texts.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            tokens[i] = Tokenize(prefix + texts[i]);
            count += tokens[i].Length;
        }

        var vectors = new float[texts.Length][];
        _runs.Run([.. tokens.Select(ids => ids.Length)], (batch, width) => EmbedBatch(batch, tokens, width, vectors), cancel);
        return new GeneratedEmbeddings<Embedding<float>>(vectors.Select(vector => new Embedding<float>(vector) { ModelId = ModelName }))
        {
            Usage = new UsageDetails { InputTokenCount = count, TotalTokenCount = count },
        };
    }

    private void EmbedBatch(int[] batch, int[][] tokens, int width, float[][] vectors)
    {
        var feeds = new TokenFeeds(batch, tokens, width, _tokenizer.Padding);
        using var run = new RunOptions();
        var values = _inputs.Select(feeds.Of).ToArray();
        try
        {
            using var outputs = Run(run, values);
            var shape = outputs[0].GetTensorTypeAndShape().Shape;
            var states = outputs[0].GetTensorDataAsSpan<float>();
            // Already pooled: batch × dimensions.
            var pooled = shape.Length == 2;
            var dimensions = (int)shape[^1];
            for (var row = 0; row < batch.Length; row++)
            {
                var vector = new float[dimensions];
                if (pooled) states.Slice(row * dimensions, dimensions).CopyTo(vector);
                else PooledRows.Pool(states.Slice(row * width * dimensions, width * dimensions), tokens[batch[row]].Length, Manifest.Pooling, vector);
                if (Manifest.Normalize) PooledRows.Normalize(vector);
                vectors[batch[row]] = vector;
            }
        }
        finally
        {
            foreach (var value in values) value.Dispose();
        }
    }

    private IDisposableReadOnlyCollection<OrtValue> Run(RunOptions run, OrtValue[] values)
    {
        try
        {
            return _session.Run(run, _inputs, values, [_output]);
        }
        catch (OnnxRuntimeException full) when (BatchCommand.IsOutOfMemory(0, full.Message))
        {
            throw new InsufficientMemoryException($"{ModelName} has too little memory for {values[0].GetTensorTypeAndShape().Shape[0]} texts at once.", full);
        }
    }

    private int Measure()
    {
        var (vector, tokens) = (new float[1][], Tokenize("one"));
        EmbedBatch([0], [tokens], tokens.Length, vector);
        return vector[0].Length;
    }

    private static string VersionOf(string path, OnnxManifest manifest)
    {
        using var file = File.OpenRead(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(SHA256.HashData(file));
        // The same weights read otherwise give other vectors.
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{manifest.Pooling}|{manifest.Normalize}|{manifest.DocumentPrefix}|{manifest.QueryPrefix}|{manifest.MaxTokens}|{manifest.Output}")));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }
}
