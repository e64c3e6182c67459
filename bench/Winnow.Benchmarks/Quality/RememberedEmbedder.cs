using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace Winnow.Benchmarks.Quality;

/// <summary>
/// A model whose vectors are kept on disk, because a transformer takes twenty minutes for what a benchmark asks again and again. One file a model, named after
/// it and its version, in <c>winnow-bench-vectors</c> of the system's temporary folder: records of 16 bytes (the start of SHA-256 over role and text) and the
/// vector's floats. Deleting it costs time and nothing else; a record torn by a kill is written over.
/// Several processes may read it; only one may ask for what is not in it yet.
/// </summary>
internal sealed class RememberedEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int KeyBytes = 16;
    private const int Batch = 64;

    private readonly IEmbeddingGenerator<string, Embedding<float>> _model;
    private readonly Dictionary<UInt128, float[]> _known = [];
    private readonly FileStream _file;
    private readonly int _dimensions;

    internal RememberedEmbedder(IEmbeddingGenerator<string, Embedding<float>> model)
    {
        _model = model;
        var metadata = (EmbeddingGeneratorMetadata)model.GetService(typeof(EmbeddingGeneratorMetadata))!;
        _dimensions = metadata.DefaultModelDimensions!.Value;
        var name = new string([.. metadata.DefaultModelId!.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_')]);
        _file = new FileStream(Path.Combine(Folder, $"{name}.vectors"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        Read();
    }

    internal static string Folder { get; } = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "winnow-bench-vectors")).FullName;

    /// <summary>Texts that the model itself was asked for.</summary>
    internal int Embedded { get; private set; }

    /// <summary>How many of these texts would have to be embedded now.</summary>
    internal int Missing(IEnumerable<string> texts) => texts.Count(text => !_known.ContainsKey(Key("", text)));

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        var role = options?.AdditionalProperties?.GetValueOrDefault("winnow.role") as string ?? "";
        var keys = Array.ConvertAll(texts, text => Key(role, text));
        foreach (var missing in Enumerable.Range(0, texts.Length).Where(i => !_known.ContainsKey(keys[i])).DistinctBy(i => keys[i]).Chunk(Batch))
        {
            var made = await _model.GenerateAsync(missing.Select(i => texts[i]), options, cancellationToken);
            for (var i = 0; i < missing.Length; i++)
            {
                Remember(keys[missing[i]], made[i].Vector.ToArray());
            }

            _file.Flush();
            Embedded += missing.Length;
        }

        return [.. keys.Select(key => new Embedding<float>(_known[key]))];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => _model.GetService(serviceType, serviceKey);

    public void Dispose()
    {
        _file.Dispose();
        _model.Dispose();
    }

    private static UInt128 Key(string role, string text) =>
        MemoryMarshal.Read<UInt128>(SHA256.HashData(Encoding.UTF8.GetBytes($"{role}\n{text}")));

    private void Read()
    {
        var record = new byte[KeyBytes + (_dimensions * sizeof(float))];
        var whole = 0L;
        while (_file.ReadAtLeast(record, record.Length, throwOnEndOfStream: false) == record.Length)
        {
            _known[MemoryMarshal.Read<UInt128>(record)] = MemoryMarshal.Cast<byte, float>(record.AsSpan(KeyBytes)).ToArray();
            whole += record.Length;
        }

        _file.Position = whole;
    }

    private void Remember(UInt128 key, float[] vector)
    {
        _known[key] = vector;
        _file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<UInt128>(in key)));
        _file.Write(MemoryMarshal.AsBytes<float>(vector));
    }
}
