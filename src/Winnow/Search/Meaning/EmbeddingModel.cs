using Microsoft.Extensions.AI;

namespace Winnow.Search.Meaning;

/// <summary>Turns papers and questions into vectors of length one. What a generator must say of itself is checked when this is made.</summary>
public sealed class EmbeddingModel
{
    /// <summary>
    /// The key of <see cref="EmbeddingGenerationOptions.AdditionalProperties"/> under which a question says <c>query</c>; without it a text is a document. Models
    /// that treat the two alike ignore it.
    /// </summary>
    private const string Role = "winnow.role";

    /// <summary>The key under which a generator that has a vocabulary of whole words says what is one.</summary>
    private const string Words = "winnow.words";

    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly Lock _using = new();
    private int _users;
    private bool _closed;

    /// <param name="generator">Embeds.</param>
    /// <param name="translatedFrom">When the model itself answers no more: name and version of the one that embeds questions in its place.</param>
    /// <exception cref="ArgumentException">The generator does not say its model's name or its dimensions.</exception>
    public EmbeddingModel(IEmbeddingGenerator<string, Embedding<float>> generator, string? translatedFrom = null)
    {
        (_generator, TranslatedFrom) = (generator, translatedFrom);
        var metadata = generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;
        Name = metadata?.DefaultModelId ?? throw new ArgumentException("The embedding generator does not say which model it runs.", nameof(generator));
        Endpoint = metadata.ProviderUri;
        Dimensions = metadata.DefaultModelDimensions ?? throw new ArgumentException($"The model {Name} does not say how many dimensions it has.", nameof(generator));
    }

    /// <summary>Name and version, as vectors are labelled with it.</summary>
    public string Name { get; }

    public int Dimensions { get; }

    /// <summary>Where texts go to be embedded; null when they stay on this machine.</summary>
    public Uri? Endpoint { get; }

    /// <summary>
    /// Name and version of the model that embeds questions, which are then translated, because this one answers no more; null for a model that embeds. No paper
    /// gets a vector of a translation.
    /// </summary>
    public string? TranslatedFrom { get; }

    /// <summary>Whether its vocabulary has the word whole; false where it has none of words.</summary>
    internal bool KnowsWord(string word) => (_generator.GetService(typeof(Predicate<string>), Words) as Predicate<string>)?.Invoke(word) ?? false;

    /// <exception cref="ModelFailedException">The model gave nothing.</exception>
    public async Task<float[]> EmbedQueryAsync(string text, CancellationToken cancel) => (await EmbedAsync([text], new AdditionalPropertiesDictionary { [Role] = "query" }, cancel))[0];

    /// <summary>One vector for each text, in order.</summary>
    /// <exception cref="ModelFailedException">The model gave nothing.</exception>
    public Task<float[][]> EmbedDocumentsAsync(IReadOnlyList<string> texts, CancellationToken cancel) => EmbedAsync(texts, null, cancel);

    private async Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, AdditionalPropertiesDictionary? properties, CancellationToken cancel)
    {
        var embeddings = await GenerateAsync(texts, new EmbeddingGenerationOptions { AdditionalProperties = properties }, cancel);
        if (embeddings.Count != texts.Count)
        {
            throw new InvalidDataException($"The model {Name} gave {embeddings.Count} vectors for {texts.Count} texts.");
        }

        return [.. embeddings.Select(Normalized)];
    }

    /// <summary>Lets the generator go: now, or when the last who embeds with it is done. What is asked from then on fails by name.</summary>
    public void Close()
    {
        lock (_using)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            if (_users > 0)
            {
                return;
            }
        }

        _generator.Dispose();
    }

    private void Enter()
    {
        lock (_using)
        {
            if (_closed)
            {
                throw new ModelFailedException($"The model {Name} has been replaced.");
            }

            _users++;
        }
    }

    private void Leave()
    {
        lock (_using)
        {
            _users--;
            if (!_closed || _users > 0)
            {
                return;
            }
        }

        _generator.Dispose();
    }

    /// <summary>A model may be a process on another machine, or code that has no memory left: whatever it throws must not end what follows the library.</summary>
    private async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IReadOnlyList<string> texts, EmbeddingGenerationOptions options, CancellationToken cancel)
    {
        Enter();
        try
        {
            return await _generator.GenerateAsync(texts, options, cancel);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or ArgumentException))
        {
            throw new ModelFailedException($"The model {Name} failed: {failure.Message.TrimEnd('.')}.", failure);
        }
        finally
        {
            Leave();
        }
    }

    private float[] Normalized(Embedding<float> embedding)
    {
        var vector = embedding.Vector.ToArray();
        if (vector.Length != Dimensions)
        {
            throw new InvalidDataException($"The model {Name} gave a vector of {vector.Length} dimensions where it promises {Dimensions}.");
        }

        var length = MathF.Sqrt(vector.Sum(x => x * x));
        if (length > 0 && MathF.Abs(length - 1) > 1e-4f)
        {
            for (var i = 0; i < vector.Length; i++)
            {
                vector[i] /= length;
            }
        }

        return vector;
    }
}
