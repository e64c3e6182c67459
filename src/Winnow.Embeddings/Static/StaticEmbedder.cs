using System.Buffers;
using Microsoft.Extensions.AI;

namespace Winnow.Embeddings.Static;

/// <summary>
/// The default embedder: a text is the sum of its tokens' vectors, with learned weights, brought to length 1. Needs no other package, no
/// download and no warm-up. Safe for many threads at once, until it is disposed.
/// </summary>
public sealed class StaticEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    private const string ProviderName = "winnow-static";

    /// <summary>The key under which <see cref="GetService"/> has <see cref="IsWord"/> as a <see cref="Predicate{T}"/>: callers know no class of a model.</summary>
    private const string WordsKey = "winnow.words";

    // Texts that one worker takes at a time: enough to forget the hand-over, few enough to end together.
    private const int BatchOfWorker = 256;

    private readonly StaticModelFile _model;
    private readonly EmbeddingGeneratorMetadata _metadata;

    private StaticEmbedder(StaticModelFile model, int dimensions)
    {
        (_model, Dimensions) = (model, dimensions);
        _metadata = new EmbeddingGeneratorMetadata(ProviderName, providerUri: null, ModelName, dimensions);
    }

    /// <summary>Where the model that ships with Winnow lies: beside the program.</summary>
    public static string ShippedModel => Path.Combine(AppContext.BaseDirectory, "Static", "winnow-static-2.bin");

    /// <summary>Values of a vector.</summary>
    public int Dimensions { get; }

    /// <summary>The model's name and version: vectors of another one are not comparable.</summary>
    public string ModelName => $"{_model.Header.Name}@{_model.Header.Version}";

    /// <summary>The model's own number of values; any multiple of 8 up to it can be asked for.</summary>
    public int FullDimensions => _model.Header.Dimensions;

    internal PieceTokenizer Tokenizer => _model.Tokenizer;

    internal StaticModelFile Model => _model;

    /// <param name="path">The file, in the format of README.md beside this code.</param>
    /// <param name="dimensions">How many values a vector shall have, a multiple of 8; all of the model's when null.</param>
    /// <exception cref="ModelFileException">The file is missing, no static model or damaged; nothing is kept open.</exception>
    public static StaticEmbedder Open(string path, int? dimensions = null)
    {
        var model = StaticModelFile.Open(path);
        var asked = dimensions ?? model.Header.Dimensions;
        if (asked > 0 && asked % 8 == 0 && asked <= model.Header.Dimensions) return new StaticEmbedder(model, asked);
        var most = model.Header.Dimensions;
        model.Dispose();
        throw new ArgumentOutOfRangeException(nameof(dimensions), asked, $"The model {path} can give 8 to {most} dimensions, in steps of 8.");
    }

    /// <summary>Whether the vocabulary has the word whole, as it has the words that papers use; mistyped ones fall to pieces.</summary>
    /// <param name="word">In any case; more than one word is none.</param>
    public bool IsWord(string word) => Tokenizer.Tokenize(word, stackalloc int[2]) == 1;

    /// <summary>The text's vector, of length 1; zeros for a text without a known word. The first of several lines is a title, and counts more.</summary>
    /// <param name="vector">Receives <see cref="Dimensions"/> values.</param>
    public void Embed(ReadOnlySpan<char> text, Span<float> vector)
    {
        if (vector.Length != Dimensions)
            throw new ArgumentException($"The model gives {Dimensions} values, and there is room for {vector.Length}.", nameof(vector));
        var rented = ArrayPool<int>.Shared.Rent(PieceTokenizer.MostIds(text.Length));
        try
        {
            EmbedLine(text, rented, vector);
            var titleEnd = text.IndexOf('\n');
            if (titleEnd < 0) return;
            Span<float> title = stackalloc float[Dimensions];
            EmbedLine(text[..titleEnd], rented, title);
            for (var i = 0; i < vector.Length; i++) vector[i] += _model.Header.TitleShare * title[i];
            BringToLengthOne(vector);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }

    /// <summary>All texts, on all processors that <paramref name="workers"/> allows: text i at i × <see cref="Dimensions"/>.</summary>
    /// <param name="workers">Threads at most; -1 for one a processor.</param>
    public float[] EmbedAll(IReadOnlyList<string> texts, int workers = -1, CancellationToken cancellation = default)
    {
        var vectors = new float[checked(texts.Count * Dimensions)];
        var batches = (texts.Count + BatchOfWorker - 1) / BatchOfWorker;
        Parallel.For(0, batches, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation }, batch =>
        {
            for (var i = batch * BatchOfWorker; i < Math.Min(texts.Count, (batch + 1) * BatchOfWorker); i++)
                Embed(texts[i], vectors.AsSpan(i * Dimensions, Dimensions));
        });
        return vectors;
    }

    /// <inheritdoc/>
    /// <param name="options"><c>Dimensions</c> may ask for a prefix, a multiple of 8; another model's name is refused.</param>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var asked = options?.Dimensions ?? Dimensions;
        if (asked <= 0 || asked % 8 != 0 || asked > Dimensions)
            throw new ArgumentOutOfRangeException(nameof(options), asked, $"The model {ModelName} can give 8 to {Dimensions} dimensions, in steps of 8.");
        if (options?.ModelId is { } other && other != ModelName) throw new ArgumentException($"This embedder is {ModelName}, not {other}.", nameof(options));
        var texts = values as IReadOnlyList<string> ?? [.. values];
        var vectors = EmbedAll(texts, cancellation: cancellationToken);
        var embeddings = new GeneratedEmbeddings<Embedding<float>>(texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            var vector = vectors.AsMemory(i * Dimensions, asked);
            if (asked < Dimensions) BringToLengthOne(vector.Span);
            embeddings.Add(new Embedding<float>(vector) { ModelId = ModelName });
        }

        return Task.FromResult(embeddings);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is WordsKey && serviceType == typeof(Predicate<string>)) return new Predicate<string>(IsWord);
        if (serviceKey is not null) return null;
        return serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Unmaps the file. No other call may be running.</summary>
    public void Dispose() => _model.Dispose();

    private void EmbedLine(ReadOnlySpan<char> text, int[] room, Span<float> sum)
    {
        sum.Clear();
        var ids = room.AsSpan(0, _model.Tokenizer.Tokenize(text, room));
        // Sorted, a token's repetitions stand together; and the sum, rounding included, does not depend on the order of words.
        ids.Sort();
        for (var i = 0; i < ids.Length;)
        {
            var token = ids[i];
            var count = 1;
            while (i + count < ids.Length && ids[i + count] == token) count++;
            var factor = count == 1 ? 1 : MathF.Pow(count, _model.Header.Saturation);
            RowSum.Add(sum, _model.Row(token, Dimensions), factor * _model.Factor(token));
            i += count;
        }

        BringToLengthOne(sum);
    }

    private static void BringToLengthOne(Span<float> vector)
    {
        float square = 0;
        foreach (var value in vector) square += value * value;
        if (square <= 0) return;
        var factor = 1 / MathF.Sqrt(square);
        for (var i = 0; i < vector.Length; i++) vector[i] *= factor;
    }
}
