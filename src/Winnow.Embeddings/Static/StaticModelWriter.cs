using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Winnow.Embeddings.Static;

/// <summary>Writes a model's file: each row divided by its largest value, as int8. The bytes are described in README.md.</summary>
internal static class StaticModelWriter
{
    private const float Steps = 127;

    /// <summary>Writes beside <paramref name="path"/> and renames, so that a reader sees the old file or the new one.</summary>
    public static void Write(string path, StaticModel model)
    {
        var texts = model.Pieces.Select(Encoding.UTF8.GetBytes).ToList();
        var header = new StaticModelHeader(
            model.Dimensions,
            model.Pieces.Count,
            model.Pairs.Count,
            texts.Sum(text => text.Length),
            model.Saturation,
            model.TitleShare,
            model.Name,
            model.Version);
        if (model.Weights.Length != header.Tokens || model.Vectors.LongLength != (long)header.Tokens * header.Dimensions)
            throw new ArgumentException($"{header.Tokens} tokens have {model.Weights.Length} weights and {model.Vectors.Length} values.", nameof(model));
        var bytes = new byte[header.FileLength];
        header.Write(bytes);
        WriteTexts(bytes, header, texts);
        var pairs = MemoryMarshal.Cast<byte, int>(bytes.AsSpan((int)header.PairsAt, 8 * header.Pairs));
        for (var i = 0; i < model.Pairs.Count; i++) (pairs[2 * i], pairs[(2 * i) + 1]) = model.Pairs[i];
        model.Weights.CopyTo(MemoryMarshal.Cast<byte, float>(bytes.AsSpan((int)header.WeightsAt, 4 * header.Tokens)));
        WriteRows(bytes, header, model.Vectors);
        Checksum(bytes).CopyTo(bytes, StaticModelHeader.ChecksumAt);
        var beside = path + ".new";
        File.WriteAllBytes(beside, bytes);
        File.Move(beside, path, overwrite: true);
    }

    public static byte[] Checksum(ReadOnlySpan<byte> file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file[..StaticModelHeader.ChecksumAt]);
        hash.AppendData(file[StaticModelHeader.Size..]);
        return hash.GetHashAndReset();
    }

    private static void WriteTexts(byte[] bytes, StaticModelHeader header, List<byte[]> texts)
    {
        var starts = MemoryMarshal.Cast<byte, int>(bytes.AsSpan(StaticModelHeader.Size, 4 * (header.Pieces + 1)));
        for (var i = 0; i < texts.Count; i++)
        {
            texts[i].CopyTo(bytes, header.TextsAt + starts[i]);
            starts[i + 1] = starts[i] + texts[i].Length;
        }
    }

    private static void WriteRows(byte[] bytes, StaticModelHeader header, float[] vectors)
    {
        var scales = MemoryMarshal.Cast<byte, float>(bytes.AsSpan((int)header.ScalesAt, 4 * header.Tokens));
        for (var token = 0; token < header.Tokens; token++)
        {
            var vector = vectors.AsSpan(token * header.Dimensions, header.Dimensions);
            var row = MemoryMarshal.Cast<byte, sbyte>(bytes.AsSpan((int)header.RowsAt + (token * header.Dimensions), header.Dimensions));
            float largest = 0;
            foreach (var value in vector) largest = Math.Max(largest, Math.Abs(value));
            scales[token] = largest / Steps;
            for (var i = 0; i < row.Length && largest > 0; i++) row[i] = (sbyte)MathF.Round(vector[i] / scales[token]);
        }
    }
}
