using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using Winnow.Embeddings.Batching;

namespace Winnow.Embeddings.Remote;

/// <summary>
/// A model behind an endpoint that speaks the OpenAI embeddings API: Ollama, vLLM, TEI, llama.cpp's server, OpenAI. Safe for many threads at once, until it is
/// disposed. Texts leave this machine, to the endpoint alone.
/// </summary>
public sealed class RemoteEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    private const string ProviderName = "openai-compatible";

    /// <summary>Texts in the first request, where nobody said how many; every server takes so many, and later ones are larger where that is faster.</summary>
    private const int FirstBatch = 16;

    /// <summary>Requests are compared by the letters in them: some abstracts are four times as long as others.</summary>
    private const double UsualLetters = 1000;

    /// <summary>A text that is refused by itself is cut in half so often at most; then the reason is another one.</summary>
    private const int ShortestText = 64;

    /// <summary>Pages search as one types, and ask the same again for the next page of results.</summary>
    private const int RememberedQuestions = 256;

    /// <summary>Somebody waits for the answer to a question, and words can answer without it.</summary>
    private static readonly TimeSpan QuestionTimeout = TimeSpan.FromSeconds(4);

    /// <summary>After a question went wrong the next ones fail at once, so that a dead endpoint does not make every search wait.</summary>
    private static readonly TimeSpan QuestionPause = TimeSpan.FromSeconds(20);

    private readonly RemoteManifest _manifest;
    private readonly RemoteCalls _calls;
    private readonly TimeProvider _clock;
    private readonly EmbeddingGeneratorMetadata _metadata;
    private readonly ConcurrentDictionary<string, float[]> _questions = new(StringComparer.Ordinal);
    private readonly BatchFinder _batches;
    private volatile Failed? _failed;

    private RemoteEmbedder(RemoteManifest manifest, string folder, TimeProvider clock, TimeSpan firstPause, BatchChoice batch)
    {
        (_manifest, _clock) = (manifest, clock);
        var most = manifest.Batch ?? BatchFinder.MostAuto;
        _batches = new BatchFinder(
            $"{manifest.Model} at {manifest.Endpoint}",
            "texts of 1,000 letters",
            ["embed", manifest.Endpoint.AbsoluteUri, manifest.Model],
            batch.Fixed > manifest.Batch ? batch with { Fixed = manifest.Batch } : batch,
            FirstBatch,
            FirstBatch,
            most,
            clock);
        _calls = new RemoteCalls(manifest, folder, clock, firstPause);
        ModelName = $"{manifest.Name}@{VersionOf(manifest)}";
        _metadata = new EmbeddingGeneratorMetadata(ProviderName, manifest.Endpoint, ModelName, manifest.Dimensions);
    }

    public RemoteManifest Manifest => _manifest;

    /// <summary>Its name and, as version, a number of what its vectors depend on; moving the endpoint to another machine keeps it.</summary>
    public string ModelName { get; }

    /// <summary>Values of a vector.</summary>
    public int Dimensions => _manifest.Dimensions;

    /// <summary>Tokens or texts used in the present period of the budget.</summary>
    public long Used => _calls.Ledger.Used();

    /// <summary>Opens without asking the endpoint anything.</summary>
    /// <param name="folder">A folder with a <c>winnow-model.json</c> of the kind <c>remote</c>.</param>
    /// <param name="batch">Who says how many texts a request holds; null: it is found, and not kept.</param>
    /// <exception cref="ModelFileException">Something in it is missing or wrong.</exception>
    public static RemoteEmbedder Open(string folder, TimeProvider clock, BatchChoice? batch = null) =>
        Open(RemoteManifestFile.Read(folder), folder, clock, TimeSpan.FromSeconds(1), batch);

    /// <param name="firstPause">Before the second try; it doubles from there.</param>
    internal static RemoteEmbedder Open(RemoteManifest manifest, string folder, TimeProvider clock, TimeSpan firstPause, BatchChoice? batch = null) =>
        new(manifest, folder, clock, firstPause, batch ?? BatchChoice.Auto);

    /// <summary>Asks an endpoint how many dimensions its model has.</summary>
    /// <param name="folder">Where a relative key file is looked for.</param>
    /// <exception cref="RemoteModelException">It does not answer, or with something else.</exception>
    public static async Task<int> MeasureAsync(RemoteManifest manifest, string folder, TimeProvider clock, CancellationToken cancel)
    {
        using var calls = new RemoteCalls(manifest with { Dimensions = manifest.AskForDimensions ? manifest.Dimensions : 0, Budget = null }, folder, clock, TimeSpan.FromSeconds(1));
        var (vectors, _, complaint) = await calls.AskAsync(["one"], question: true, manifest.Timeout, cancel).ConfigureAwait(false);
        return vectors?[0].Length ?? throw new RemoteModelException($"{manifest.Endpoint} refuses to embed one word with the model {manifest.Model}. {complaint}".TrimEnd());
    }

    /// <inheritdoc/>
    /// <param name="options"><see cref="EmbeddingRole.ForQueries"/> for questions. Another model's name or another number of dimensions is refused.</param>
    /// <exception cref="RemoteModelException">The endpoint does not answer, answers wrongly, or the budget is spent.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (options?.Dimensions is { } asked && asked != Dimensions) throw new ArgumentException($"The model {ModelName} has {Dimensions} dimensions, not {asked}.", nameof(options));
        if (options?.ModelId is { } other && other != ModelName) throw new ArgumentException($"This embedder is {ModelName}, not {other}.", nameof(options));
        string[] texts = [.. values];
        var vectors = EmbeddingRole.IsQuery(options)
            ? await QuestionsAsync(texts, cancellationToken).ConfigureAwait(false)
            : await DocumentsAsync([.. texts.Select(text => Cut(_manifest.DocumentPrefix + text, _manifest.MaxLetters))], cancellationToken).ConfigureAwait(false);
        return new GeneratedEmbeddings<Embedding<float>>(vectors.Select(vector => new Embedding<float>(vector) { ModelId = ModelName }));
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
    public void Dispose() => _calls.Dispose();

    private async Task<float[][]> QuestionsAsync(string[] texts, CancellationToken cancel)
    {
        var vectors = new float[texts.Length][];
        for (var i = 0; i < texts.Length; i++)
        {
            var text = Cut(_manifest.QueryPrefix + texts[i], _manifest.MaxLetters);
            if (!_questions.TryGetValue(text, out var vector))
            {
                vector = await QuestionAsync(text, cancel).ConfigureAwait(false);
                if (_questions.Count >= RememberedQuestions) _questions.Clear();
                _questions[text] = vector;
            }

            vectors[i] = vector;
        }

        return vectors;
    }

    private async Task<float[]> QuestionAsync(string text, CancellationToken cancel)
    {
        if (_failed is { } failed && _clock.GetElapsedTime(failed.At) < QuestionPause) throw new RemoteModelException(failed.Message);
        try
        {
            var timeout = _manifest.Timeout < QuestionTimeout ? _manifest.Timeout : QuestionTimeout;
            var (vectors, _, complaint) = await _calls.AskAsync([text], question: true, timeout, cancel).ConfigureAwait(false);
            _failed = null;
            return vectors?[0] ?? throw new RemoteModelException($"{_manifest.Endpoint} refuses the question. {complaint}".TrimEnd());
        }
        catch (RemoteModelException refused)
        {
            _failed = new Failed(_clock.GetTimestamp(), refused.Message);
            throw;
        }
    }

    private async Task<float[][]> DocumentsAsync(string[] texts, CancellationToken cancel)
    {
        var vectors = new float[texts.Length][];
        for (var done = 0; done < texts.Length;)
        {
            var left = texts.Length - done;
            var probe = _batches.Next(left);
            var count = probe ?? Math.Min(_batches.Batch, left);
            try
            {
                await EmbedAsync(texts, vectors, done, count, probe is not null, cancel).ConfigureAwait(false);
            }
            finally
            {
                if (probe is not null) _batches.GiveBack();
            }

            done += count;
        }

        return vectors;
    }

    /// <summary>Halves what the server finds too much: first the batch, then the one text that is left.</summary>
    /// <returns>Whether it was too much because of a text, and not because of their number.</returns>
    private async Task<bool> EmbedAsync(string[] texts, float[][] vectors, int from, int count, bool probe, CancellationToken cancel)
    {
        var complaint = "";
        if (!_batches.IsTooLarge(count))
        {
            var started = _clock.GetTimestamp();
            (var answer, var atOnce, complaint) = await _calls.AskAsync(texts.AsSpan(from, count).ToArray(), question: false, _manifest.Timeout, cancel).ConfigureAwait(false);
            if (answer is not null)
            {
                answer.CopyTo(vectors, from);
                var letters = texts.AsSpan(from, count).ToArray().Sum(text => text.Length + 1);
                // What waited for another try says nothing of the batch.
                if (probe && atOnce) _batches.Report(new BatchProbe(count, [], _clock.GetElapsedTime(started).TotalSeconds * count * UsualLetters / letters, Fits: true));
                return false;
            }
        }

        if (count > 1)
        {
            var half = count / 2;
            var cut = await EmbedAsync(texts, vectors, from, half, probe: false, cancel).ConfigureAwait(false);
            cut |= await EmbedAsync(texts, vectors, from + half, count - half, probe: false, cancel).ConfigureAwait(false);
            if (!cut) _batches.Refuse(count, "were refused");
            return cut;
        }

        if (texts[from].Length <= ShortestText)
            throw new RemoteModelException($"{_manifest.Endpoint} refuses a text of {texts[from].Length} letters by itself. {complaint}".TrimEnd());
        texts[from] = Cut(texts[from], texts[from].Length / 2);
        await EmbedAsync(texts, vectors, from, 1, probe: false, cancel).ConfigureAwait(false);
        return true;
    }

    private static string Cut(string text, int letters) => text.Length <= letters ? text : text[..(char.IsHighSurrogate(text[letters - 1]) ? letters - 1 : letters)];

    private static string VersionOf(RemoteManifest manifest) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{manifest.Model}|{manifest.Dimensions}|{manifest.DocumentPrefix}|{manifest.QueryPrefix}|{manifest.MaxLetters}"))).AsSpan(0, 6));

    private sealed record Failed(long At, string Message);
}
